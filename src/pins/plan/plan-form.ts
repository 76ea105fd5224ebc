import { type AccountView, viewsOf } from '../../accounts/account';
import type { SavedAccounts } from '../../accounts/account-store';
import { type CleanText, createCredentialMask, readClean } from '../../accounts/credentials';
import { redactStrings } from '../../accounts/redact';
import { chatless, type Reference, readText } from '../../references';
import type { PinRequest } from '../queue/request';
import { knownChats } from './known-chats';
import { type PlanItem, plan } from './plan';
import type { PopupForm } from './popup-form';
import { type Question, questionOf } from './question';

/** The data that the planning of a form reads besides the accounts. */
export interface PlanSources {
  /** Returns requests, newest first. */
  latest(count: number): Promise<PinRequest[]>;
}

/** The plan of a form, before anything is sent. It holds no credentials, apart from those of `offer`. */
export interface FormPlan extends CleanText {
  accounts: AccountView[];
  /** Whether there are more accounts, which this version cannot read. */
  hasUnreadableAccounts: boolean;
  /** One item for each message of the text. */
  items: PlanItem<AccountView>[];
  /** The items that the user has not left out. */
  wanted: PlanItem<AccountView>[];
  /** The id of the account that is shown although the user has not chosen it for this message. */
  shownId: string | null;
  /**
   * The question about the first missing value of the wanted items; `credential` if the text holds credentials and no
   * message.
   */
  question: Question | null;
}

/** The number of requests that are searched for the chat of a message. */
const maxRequestsSearched = 500;

/**
 * Returns a key that tells the messages of a list apart. It includes the chat, because the same id may occur in two
 * chats.
 */
export const keyOfReference = ({ messageId, chat }: Reference): string => `${messageId} ${chat ?? ''}`;

/**
 * Plans a form with the saved accounts, the default account and the chats of earlier requests. The earlier requests are read
 * together with the accounts.
 */
export async function planForm(
  form: PopupForm,
  savedAccounts: Promise<SavedAccounts>,
  { latest }: PlanSources,
): Promise<FormPlan> {
  const uncheckedReading = readText(form.message);
  const [{ book, hasUnreadableAccounts }, earlierRequests] = await Promise.all([
    savedAccounts,
    chatless(uncheckedReading.references).length > 0 ? latest(maxRequestsSearched) : [],
  ]);
  const clean = readClean(form.message, book, uncheckedReading);
  const { reading } = clean;
  const accounts = viewsOf(book);
  const messageIds = chatless(reading.references);
  const chats = knownChats(earlierRequests, messageIds);
  const { accountId, chat, numbers, sender, mustChooseAccount, earlier } = form;
  const firstId = book.defaultId ?? book.accounts[0]?.id ?? null;
  // An account that was chosen for an earlier message is only shown: accounts that the text names take precedence.
  const shownId = mustChooseAccount ? null : earlier.account && accountId !== null ? accountId : firstId;
  // A chat or author that is masked cannot be read, so the user is asked for it.
  const cleanInput = redactStrings(
    { accountId: earlier.account ? null : accountId, chat, numbers, sender },
    createCredentialMask(book),
  );
  const items = plan(reading, accounts, {
    ...cleanInput,
    defaultId: book.defaultId,
    hasUnreadableAccounts,
    shownId,
    knownChats: chats,
  });
  const wanted = items.filter(({ reference }) => !form.excluded.includes(keyOfReference(reference)));
  const question = questionOfForm(form, clean, wanted);
  return { ...clean, accounts, hasUnreadableAccounts, items, wanted, shownId, question };
}

function questionOfForm(
  { message, chat }: PopupForm,
  { reading }: CleanText,
  wanted: readonly PlanItem[],
): Question | null {
  // The popup never sends such a form. The check here makes sure that no chat is used for another message.
  if (chat && chat.message !== message) return 'chat-of-another';
  if (reading.references.length > 0 && wanted.length === 0) return 'several';
  return questionOf(message, reading, wanted);
}
