import { type AccountBook, type AccountView, viewOf } from '../accounts/account';
import { readBook } from '../accounts/store';
import { type PlanItem, plan, type Said } from '../pins/plan';
import { chatless, type Reading, readText } from '../references';
import { chatsOf } from './sender';

/** What a text comes to, before anything is asked or sent. */
export interface Understanding {
  book: AccountBook;
  accounts: AccountView[];
  reading: Reading;
  items: PlanItem<AccountView>[];
  said: Said;
}

/** What is said beside the text, and whether the popup shows an account where nobody chose one. */
type Fields = Pick<Said, 'accountId' | 'chat' | 'numbers' | 'sender'> & {
  /** The account to show; undefined: the default, else the first. Null: none stands before the user's eyes. */
  shownId: string | null | undefined;
};

/** What a gesture says beside its text. */
const nothing: Fields = { accountId: null, chat: null, numbers: {}, sender: null, shownId: null };

/** Reads a text with all that is known here: the accounts, the default, and chats from earlier requests. */
export async function understand(text: string, { shownId, ...fields }: Fields = nothing): Promise<Understanding> {
  const book = await readBook();
  const reading = readText(text);
  const accounts = book.accounts.map((account) => viewOf(account, book));
  const knownChats = await chatsOf(chatless(reading.references));
  const shown = shownId === undefined ? (book.defaultId ?? book.accounts[0]?.id ?? null) : shownId;
  const said = { ...fields, defaultId: book.defaultId, shownId: shown, knownChats };
  return { book, accounts, reading, items: plan(reading, accounts, said), said };
}
