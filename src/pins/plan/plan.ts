import type { Account } from '../../accounts/account';
import type { Address, Sender } from '../../providers';
import type { Reading, Reference } from '../../references';
import { addressIn } from './account-address';
import type { ChatSource } from './chat-source';
import type { Question } from './question';

/** The account that a request is planned for. Planning needs no secret. */
export type PlanAccount = Pick<Account, 'id' | 'name' | 'providerId' | 'defaultChat'> & {
  /** The instance id and the number, by which a text may name the account. */
  names: readonly string[];
};

/** Why an account was chosen. */
export type AccountReason = 'chosen' | 'named' | 'only' | 'default' | 'shown';

/** The chat of a message as it was written, and where it comes from. */
export interface PlannedChat {
  written: string;
  from: ChatSource;
}

/** The plan for one message: its address at the account's provider, or the question that has to be answered first. */
export type PlanItem<T extends PlanAccount = PlanAccount> = { reference: Reference; chat: PlannedChat | null } & (
  | { ok: true; account: T; accountReason: AccountReason; address: Address }
  | { ok: false; account: T | null; accountReason: AccountReason | null; question: Question }
);

/** The data that a plan uses besides the text: the user's choices, the defaults and the chats of earlier requests. */
export interface PlanInput {
  /** The account that the user chose, if any. */
  accountId: string | null;
  /** The account that is used if several are possible. */
  defaultId: string | null;
  /** Whether accounts are stored that this version cannot read. The text may mean one of them. */
  hasUnreadableAccounts: boolean;
  /** The account that the popup shows although the user has not chosen it. It is the only candidate unless the text names others. */
  shownId: string | null;
  /**
   * The chat as typed, or null if none was typed. If the text names one message and a different chat, the typed chat
   * counts only with `isOverText`. Among several messages it counts for those that name no chat.
   */
  chat: { written: string; isOverText: boolean } | null;
  /**
   * Numbers written without a country code, and the full number that each of them stands for: `+5511999999999`. Other
   * numbers are never guessed.
   */
  numbers: Readonly<Record<string, string>>;
  /** Who sent the message, if the text names a single one whose key has to be built by hand. */
  sender: Sender | null;
  /** Chats of messages that were requested before, from `knownChats`. */
  knownChats: Readonly<Record<string, string>>;
}

/**
 * Plans every message of a text. If several accounts are possible, uses the one that the user chose, that the text
 * names, that is shown or that is the default; otherwise asks for one.
 */
export function plan<T extends PlanAccount>(reading: Reading, accounts: readonly T[], input: PlanInput): PlanItem<T>[] {
  const isOnly = reading.references.length === 1;
  return reading.references.map((reference) => planMessage(reference, accounts, input, isOnly));
}

function planMessage<T extends PlanAccount>(
  reference: Reference,
  accounts: readonly T[],
  input: PlanInput,
  isOnly: boolean,
): PlanItem<T> {
  const { defaultId, hasUnreadableAccounts } = input;
  const { candidates, accountReason } = candidatesFor(reference, accounts, input);
  const results = candidates.map((account) => ({ account, ...addressIn(account, reference, input, isOnly) }));
  const possible = results.flatMap(({ account, address, chat }): PlanItem<T>[] =>
    typeof address === 'string' ? [] : [{ ok: true, reference, chat, account, accountReason, address }],
  );
  const withoutChat = results.filter(({ address }) => address === 'chat-missing');
  const preferred = possible.find(({ account }) => account?.id === defaultId);
  if (preferred?.ok && possible.length > 1) return { ...preferred, accountReason: 'default' };
  const [first, ...others] = possible;
  // A default chat does not show that the message belongs to its account: the message may also belong to an account
  // without a default chat. And if some accounts cannot be read, no account is the only one.
  const isInDoubt = first?.chat?.from === 'default' && withoutChat.length > 0;
  const isSure = !isInDoubt && !(accountReason === 'only' && hasUnreadableAccounts);
  if (first && others.length === 0 && (isSure || preferred)) return first;
  const defaultWithoutChat = withoutChat.find(({ account }) => account.id === defaultId);
  if (first && !defaultWithoutChat) {
    return { ok: false, reference, chat: first.chat, account: null, accountReason: null, question: 'account-missing' };
  }

  // The question is asked for the account that would most likely be used.
  const likely =
    defaultWithoutChat ?? results.find(({ account }) => account.id === defaultId) ?? withoutChat[0] ?? results[0];
  const question = typeof likely?.address === 'string' ? likely.address : 'account-missing';
  const { account = null, chat = null } = likely ?? {};
  return { ok: false, reference, chat, account, accountReason: account && accountReason, question };
}

/** Returns the accounts that may be used: the chosen one, else those that the text names, else the shown one, else all. */
function candidatesFor<T extends PlanAccount>(
  reference: Reference,
  accounts: readonly T[],
  { accountId, shownId }: PlanInput,
): { candidates: readonly T[]; accountReason: AccountReason } {
  // A chosen account that was deleted is not replaced by another.
  if (accountId !== null) return { candidates: accounts.filter(({ id }) => id === accountId), accountReason: 'chosen' };
  const named = accounts.filter(({ names }) => names.some((name) => reference.accountHints.includes(name)));
  if (named.length > 0) return { candidates: named, accountReason: 'named' };
  const shownAccounts = accounts.filter(({ id }) => id === shownId);
  return shownAccounts.length > 0
    ? { candidates: shownAccounts, accountReason: 'shown' }
    : { candidates: accounts, accountReason: 'only' };
}
