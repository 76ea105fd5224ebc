import type { Account } from '../accounts/account';
import {
  type Address,
  type Obstacle,
  obstacles,
  provider,
  type Sender,
  type SenderObstacle,
  senderObstacles,
} from '../providers';
import { type Reading, type Reference, refusals } from '../references';
import { knownChat } from './known-chats';

/** The account that a request is planned for; no secret is needed. */
export type Target = Pick<Account, 'id' | 'name' | 'provider' | 'defaultChat'> & {
  /** What a text may name it by: its instance id, its number. */
  names: readonly string[];
};

/** Why an account was chosen. */
export type Because = 'chosen' | 'named' | 'only' | 'default' | 'shown';

/** What has to be asked before a request can be made. Each has a sentence at the field that it is about. */
export const questions = [
  ...refusals,
  ...obstacles,
  ...senderObstacles,
  'message-missing',
  'message-unread',
  'message-possible',
  'account-missing',
  'chat-unread',
  'several',
  'review',
] as const;
export type Question = (typeof questions)[number];

/** One message on its way to a request: either its address at the account's provider, or what has to be asked. */
export type PlanItem<T extends Target = Target> = { reference: Reference } & (
  | { ok: true; account: T; because: Because; address: Address }
  | { ok: false; account: T | null; question: Question }
);

/** What the user has said beside the text. */
export interface Said {
  /** The account that the user chose, if any. */
  accountId: string | null;
  /** The account that is used when several would do. */
  defaultId: string | null;
  /** The account that stands before the user's eyes where nobody chose one and the text names none: no other is used. */
  shownId: string | null;
  /** The chat as typed, null where nobody typed one. It goes before the text's own where the text names one message; among several it fills gaps. */
  chat: string | null;
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
export function plan<T extends Target>(reading: Reading, accounts: readonly T[], said: Said): PlanItem<T>[] {
  const alone = reading.references.length === 1;
  return reading.references.map((reference) => planOne(reference, accounts, said, alone));
}

function planOne<T extends Target>(
  reference: Reference,
  accounts: readonly T[],
  said: Said,
  alone: boolean,
): PlanItem<T> {
  const candidates = candidatesFor(reference, accounts, said);
  const tries = candidates.accounts.map((account) => ({
    account,
    address: addressAt(account, reference, said, alone),
  }));
  const fits = tries.flatMap(({ account, address }): PlanItem<T>[] =>
    typeof address === 'string' ? [] : [{ ok: true, reference, account, because: candidates.because, address }],
  );
  const [first, ...others] = fits;
  if (first && others.length === 0) return first;
  const preferred = fits.find(({ account }) => account?.id === said.defaultId);
  if (preferred?.ok) return { ...preferred, because: 'default' };
  if (first) return { ok: false, reference, account: null, question: 'account-missing' };

  const near =
    tries.find(({ account }) => account.id === said.defaultId) ??
    tries.find(({ address }) => address === 'chat-missing') ??
    tries[0];
  const question = typeof near?.address === 'string' ? near.address : 'account-missing';
  return { ok: false, reference, account: near?.account ?? null, question };
}

/** A whole key of an unnamed chat: what is asked for even then is always asked for. */
const anyKey: Reference = {
  messageId: 'id',
  serialized: 'key',
  chat: null,
  fromMe: null,
  participant: null,
  form: 'serialized',
  accountHints: [],
  certain: true,
};

/** Whether the account has to be told a chat for one of these messages; for none, whether it always has to be. */
export function asksForChat({ provider: id }: Target, references: readonly Reference[]): boolean {
  const some = references.length > 0 ? references : [anyKey];
  return some.some((reference) => provider(id).address({ ...reference, chat: null }) === 'chat-missing');
}

/** The accounts to choose from: the one that the user chose, else those that the text names, else the shown one or all. */
function candidatesFor<T extends Target>(
  reference: Reference,
  accounts: readonly T[],
  { accountId, shownId }: Said,
): { accounts: readonly T[]; because: Because } {
  // A chosen account that is gone is not replaced by another.
  if (accountId !== null) return { accounts: accounts.filter(({ id }) => id === accountId), because: 'chosen' };
  const named = accounts.filter(({ names }) => names.some((name) => reference.accountHints.includes(name)));
  if (named.length > 0) return { accounts: named, because: 'named' };
  const shown = accounts.filter(({ id }) => id === shownId);
  return shown.length > 0 ? { accounts: shown, because: 'shown' } : { accounts, because: 'only' };
}

function addressAt(
  account: Target,
  reference: Reference,
  said: Said,
  alone: boolean,
): Address | Obstacle | SenderObstacle | 'chat-unread' {
  const record = provider(account.provider);
  const typed = said.chat?.trim() ?? null;
  const own = reference.chat ?? knownChat(said.knownChats, reference.messageId, account.id);
  // A box that was emptied on purpose shows no chat, so none is meant.
  const gap = typed ?? account.defaultChat;
  const chat = (alone ? (typed ?? own) : own) ?? gap;
  const address = record.address({ ...reference, chat: chat || null });
  if (typeof address === 'string') return address === 'chat-missing' && typed ? 'chat-unread' : address;
  const sender = alone && record.needsKey?.(address) ? said.sender : null;
  return (sender && record.composeKey?.(address, sender, account.names)) || address;
}
