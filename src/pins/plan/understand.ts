import { type AccountBook, type AccountView, viewOf } from '../../accounts/account';
import { readBook } from '../../accounts/account-store';
import { type CleanText, createCredentialMask, readClean } from '../../accounts/credentials';
import { redactStrings } from '../../accounts/redact';
import { knownChatsOf } from '../../background/services';
import { chatless } from '../../references';
import { type PlanInput, type PlanItem, plan } from './plan';

/** What a text comes to, before anything is asked or sent. No credential is in it, whatever the text holds. */
export interface Understanding extends CleanText {
  book: AccountBook;
  accounts: AccountView[];
  items: PlanItem<AccountView>[];
  said: PlanInput;
}

/** What is said beside the text, and whether the popup shows an account where nobody chose one. */
type Fields = Pick<PlanInput, 'accountId' | 'chat' | 'numbers' | 'sender'> & {
  /** The account to show; undefined: the default, else the first. Null: none stands before the user's eyes. */
  shownId: string | null | undefined;
};

/** What a gesture says beside its text. */
const nothing: Fields = { accountId: null, chat: null, numbers: {}, sender: null, shownId: null };

/** Reads a text with all that is known here: the accounts, the default, and chats from earlier requests. */
export async function understand(text: string, { shownId, ...fields }: Fields = nothing): Promise<Understanding> {
  const book = await readBook();
  const clean = readClean(text, book);
  const { reading } = clean;
  const accounts = book.accounts.map((account) => viewOf(account, book));
  const knownChats = await knownChatsOf(chatless(reading.references));
  const shown = shownId === undefined ? (book.defaultId ?? book.accounts[0]?.id ?? null) : shownId;
  // What is masked is no chat and no author: it is asked for.
  const typed = redactStrings(fields, createCredentialMask(book));
  const said = { ...typed, defaultId: book.defaultId, shownId: shown, knownChats };
  return { ...clean, book, accounts, items: plan(reading, accounts, said), said };
}
