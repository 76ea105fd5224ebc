import { type AccountBook, type AccountView, viewOf } from '../accounts/account';
import { redactStrings } from '../accounts/redact';
import { readBook } from '../accounts/store';
import { type PlanItem, plan, type Said } from '../pins/plan';
import type { Sender } from '../providers';
import { chatless } from '../references';
import { type CleanText, createCredentialMask, readClean } from './credentials';
import { chatsOf } from './sender';

/** What a text comes to, before anything is asked or sent. No credential is in it, whatever the text holds. */
export interface Understanding extends CleanText {
  book: AccountBook;
  accounts: AccountView[];
  items: PlanItem<AccountView>[];
  said: Said;
}

/** What the popup's fields say beside the text. */
export interface Fields {
  accountId: string | null;
  chat: string | null;
  sender: Sender | null;
  /** Whether an account stands in the popup: the default, else the first. */
  showsOne: boolean;
}

/** Reads a text with all that is known here: the accounts, the default, and chats from earlier requests. */
export async function understand(
  text: string,
  { accountId, chat, sender, showsOne }: Fields = { accountId: null, chat: null, sender: null, showsOne: false },
): Promise<Understanding> {
  const book = await readBook();
  const clean = readClean(text, book);
  const { reading } = clean;
  const accounts = book.accounts.map((account) => viewOf(account, book));
  const knownChats = await chatsOf(chatless(reading.references));
  const shownId = showsOne ? (book.defaultId ?? book.accounts[0]?.id ?? null) : null;
  // What is masked is no chat and no author: it is asked for.
  const typed = redactStrings({ chat, sender }, createCredentialMask(book));
  const said = { ...typed, accountId, defaultId: book.defaultId, shownId, knownChats };
  return { ...clean, book, accounts, items: plan(reading, accounts, said), said };
}
