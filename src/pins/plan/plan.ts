import type { Account } from '../../accounts/account';
import { type Address, addressQuestions, providerOf, type Sender, senderQuestions } from '../../providers';
import { isNumberWithoutCountry, type Reading, type Reference, readChat, textQuestions } from '../../references';
import type { ChatSource } from './chat-source';
import { knownChat } from './known-chats';

/** The account that a request is planned for; no secret is needed. */
export type PlanAccount = Pick<Account, 'id' | 'name' | 'providerId' | 'defaultChat'> & {
  /** What a text may name it by: its instance id, its number. */
  names: readonly string[];
};

/** Why an account was chosen. */
export type AccountReason = 'chosen' | 'named' | 'only' | 'default' | 'shown';

/** What has to be asked before a request can be made. Each has a sentence at the field that it is about. */
export const questions = [
  ...textQuestions,
  ...addressQuestions,
  ...senderQuestions,
  'message-missing',
  'message-unread',
  'message-possible',
  'account-missing',
  'chat-unread',
  'chat-country',
  'chat-conflict',
  'chat-of-another',
  'author-country',
  'several',
  'review',
] as const;
export type Question = (typeof questions)[number];

/** The chat of a message as it was written, and who said it. */
export interface PlannedChat {
  written: string;
  from: ChatSource;
}

/** One message on its way to a request: either its address at the account's provider, or what has to be asked. */
export type PlanItem<T extends PlanAccount = PlanAccount> = { reference: Reference; chat: PlannedChat | null } & (
  | { ok: true; account: T; because: AccountReason; address: Address }
  | { ok: false; account: T | null; because: AccountReason | null; question: Question }
);

/** What the user has said beside the text. */
export interface PlanInput {
  /** The account that the user chose, if any. */
  accountId: string | null;
  /** The account that is used when several would do. */
  defaultId: string | null;
  /** The account that stands before the user's eyes where nobody chose one and the text names none: no other is used. */
  shownId: string | null;
  /**
   * The chat as typed, null where nobody typed one. Where the text names one message and another chat, it counts only if
   * `isOverText`; among several messages it is for those that name none.
   */
  chat: { written: string; isOverText: boolean } | null;
  /** What numbers without a country code are, by how they are written: `+5511999999999`. Of no other one it is guessed. */
  numbers: Readonly<Record<string, string>>;
  /** Who sent the message, where the text names one and its key is to be built by hand. */
  sender: Sender | null;
  /** Chats of messages that were requested before, as `knownChats` gives them. */
  knownChats: Readonly<Record<string, string>>;
}

/** The first thing that has to be asked about a text and its plan, or null where nothing is missing. */
export function questionOf(text: string, reading: Reading, items: readonly PlanItem[]): Question | null {
  if (text.trim() === '') return 'message-missing';
  if (reading.possible.length > 0) return 'message-possible';
  if (items.length === 0) return reading.refusal ?? 'message-unread';
  return items.flatMap((item) => (item.ok ? [] : [item.question]))[0] ?? null;
}

/** Plans every message of a text. Of several accounts that fit, one has to be chosen, named in the text, the default or shown. */
export function plan<T extends PlanAccount>(reading: Reading, accounts: readonly T[], said: PlanInput): PlanItem<T>[] {
  const alone = reading.references.length === 1;
  return reading.references.map((reference) => planOne(reference, accounts, said, alone));
}

function planOne<T extends PlanAccount>(
  reference: Reference,
  accounts: readonly T[],
  said: PlanInput,
  alone: boolean,
): PlanItem<T> {
  const { defaultId } = said;
  const candidates = candidatesFor(reference, accounts, said);
  const tries = candidates.accounts.map((account) => ({ account, ...addressAt(account, reference, said, alone) }));
  const fits = tries.flatMap(({ account, address, chat }): PlanItem<T>[] =>
    typeof address === 'string' ? [] : [{ ok: true, reference, chat, account, because: candidates.because, address }],
  );
  const without = tries.filter(({ address }) => address === 'chat-missing');
  const preferred = fits.find(({ account }) => account?.id === defaultId);
  if (preferred?.ok && fits.length > 1) return { ...preferred, because: 'default' };
  const [first, ...others] = fits;
  // That one account has a default chat does not tell that the message is not another's.
  const isSure = first?.chat?.from !== 'default' || without.length === 0;
  if (first && others.length === 0 && (isSure || preferred)) return first;
  const wanted = without.find(({ account }) => account.id === defaultId);
  if (first && !wanted) {
    return { ok: false, reference, chat: first.chat, account: null, because: null, question: 'account-missing' };
  }

  const near = wanted ?? tries.find(({ account }) => account.id === defaultId) ?? without[0] ?? tries[0];
  const question = typeof near?.address === 'string' ? near.address : 'account-missing';
  const { account = null, chat = null } = near ?? {};
  return { ok: false, reference, chat, account, because: account && candidates.because, question };
}

/** A whole key of an unnamed chat: what is asked for even then is always asked for. */
const anyKey: Reference = {
  messageId: 'id',
  serialized: 'key',
  chat: null,
  isChatWrittenByHand: false,
  fromMe: null,
  form: 'serialized',
  accountHints: [],
  certain: true,
};

/** Whether the account has to be told a chat for one of these messages; for none, whether it always has to be. */
export function asksForChat({ providerId: id }: PlanAccount, references: readonly Reference[]): boolean {
  const some = references.length > 0 ? references : [anyKey];
  return some.some((reference) => providerOf(id).address({ ...reference, chat: null }) === 'chat-missing');
}

/** The accounts to choose from: the one that the user chose, else those that the text names, else the shown one or all. */
function candidatesFor<T extends PlanAccount>(
  reference: Reference,
  accounts: readonly T[],
  { accountId, shownId }: PlanInput,
): { accounts: readonly T[]; because: AccountReason } {
  // A chosen account that is gone is not replaced by another.
  if (accountId !== null) return { accounts: accounts.filter(({ id }) => id === accountId), because: 'chosen' };
  const named = accounts.filter(({ names }) => names.some((name) => reference.accountHints.includes(name)));
  if (named.length > 0) return { accounts: named, because: 'named' };
  const shown = accounts.filter(({ id }) => id === shownId);
  return shown.length > 0 ? { accounts: shown, because: 'shown' } : { accounts, because: 'only' };
}

interface Try {
  address: Address | Question;
  chat: PlannedChat | null;
}

function addressAt(account: PlanAccount, reference: Reference, said: PlanInput, alone: boolean): Try {
  const record = providerOf(account.providerId);
  const isAsked = record.address({ ...reference, chat: null }) === 'chat-missing';
  const chat = chatOf(account, reference, isAsked ? said : { ...said, chat: null }, alone);
  if (chat === 'chat-conflict') return { address: chat, chat: null };
  const isByHand = chat !== null && (chat.from === 'typed' || (chat.from === 'text' && reference.isChatWrittenByHand));
  const number = chat && isByHand && isAsked ? numberOf(chat.written, said) : chat?.written;
  if (number === undefined && chat) return { address: 'chat-country', chat };

  const address = record.address({ ...reference, chat: number || null });
  if (typeof address === 'string') {
    // Something is said: that it is no chat must not look as if nothing were.
    return { address: address === 'chat-missing' && chat?.written ? 'chat-unread' : address, chat };
  }
  const sender = alone && record.needsKey?.(address) ? said.sender : null;
  if (!sender || !record.composeKey) return { address, chat };
  const author = sender.author === null ? null : numberOf(sender.author, said);
  if (author === undefined) return { address: 'author-country', chat };
  return { address: record.composeKey(address, { ...sender, author }, account.names), chat };
}

/** What was written by hand, a number with its country code; undefined where that is not known. */
const numberOf = (written: string, { numbers }: PlanInput): string | undefined =>
  isNumberWithoutCountry(written) ? numbers[written] : written;

/** Where a message is, and who says so. */
function chatOf(
  { id, defaultChat }: PlanAccount,
  { chat: named, messageId }: Reference,
  said: PlanInput,
  alone: boolean,
): PlannedChat | null | 'chat-conflict' {
  const typed = said.chat && { written: said.chat.written.trim(), from: 'typed' as const };
  if (named !== null && (!typed || !alone || isSame(typed.written, named))) return { written: named, from: 'text' };
  // A box that was emptied on purpose shows no chat, so none is meant.
  if (typed && alone && named !== null && typed.written !== '' && !said.chat?.isOverText) return 'chat-conflict';
  const known = knownChat(said.knownChats, messageId, id);
  if (known !== null && !(typed && alone)) return { written: known, from: 'earlier' };
  if (typed) return typed.written === '' ? null : typed;
  return defaultChat === null ? null : { written: defaultChat, from: 'default' };
}

const isSame = (one: string, other: string): boolean => one === other || jidOf(one) === (jidOf(other) ?? other);
const jidOf = (written: string): string | undefined => readChat(written)?.jid;
