import * as v from 'valibot';
import type { AccountView } from '../accounts/account';
import { knownChat } from '../pins/known-chats';
import { asksForChat, type Because, type PlanItem, type Question, questionOf } from '../pins/plan';
import type { Reference } from '../references';
import { type Understanding, understand } from './understand';

/** What the popup's fields say. Null is what nobody has typed or chosen: then it follows from the rest. */
export const typedSchema = v.object({
  message: v.string(),
  chat: v.nullable(v.string()),
  accountId: v.nullable(v.string()),
  /** Whether the account is still to be chosen: a gesture asked for it. */
  undecided: v.boolean(),
  /** Who sent the message, where its key is to be built by hand. */
  sender: v.nullable(v.object({ fromMe: v.nullable(v.boolean()), author: v.nullable(v.string()) })),
});
export type TypedText = v.InferOutput<typeof typedSchema>;

/** One message of a text, as the popup lists it. */
export interface PlannedItem {
  key: string;
  messageId: string;
  chat: string | null;
  accountName: string | null;
  question: Question | null;
}

/** What the fields come to: what follows for those that nobody has filled in, and what is missing. */
export interface Planned {
  items: PlannedItem[];
  /** Ids that are only offered. */
  possible: string[];
  /** The account that all messages go through; null where they differ or one has to be chosen. */
  accountId: string | null;
  because: Because | null;
  chat: string;
  asksChat: boolean;
  /** Whether the text holds the credentials of an account, new or saved already. */
  offer: 'new' | 'known' | null;
}

/** The same id may stand in two chats. */
export const keyOfReference = ({ messageId, chat }: Reference): string => `${messageId} ${chat ?? ''}`;

/** What is missing for the messages that are left in, or null. */
export function missingIn(typed: TypedText, { reading }: Understanding, items: readonly PlanItem[]): Question | null {
  if (reading.references.length > 0 && items.length === 0) return 'several';
  return questionOf(typed.message, reading, items);
}

export const understandTyped = ({ message, undecided, ...fields }: TypedText): Promise<Understanding> =>
  understand(message, { ...fields, showsOne: !undecided });

export async function planTyped(typed: TypedText): Promise<Planned> {
  const understanding = await understandTyped(typed);
  const { items, reading, said } = understanding;
  const offer = items.length > 0 ? null : understanding.offer;
  const account = accountOf(typed, understanding);
  const [only, ...others] = reading.references;
  const known = only && account ? knownChat(said.knownChats, only.messageId, account.id) : null;
  const own = only && others.length === 0 ? (only.chat ?? known) : null;
  const [item] = items;
  return {
    items: items.map(viewOfItem),
    possible: reading.possible.map(({ messageId }) => messageId),
    accountId: account?.id ?? null,
    because: item?.ok && items.length === 1 ? item.because : null,
    chat: said.chat ?? own ?? account?.defaultChat ?? '',
    asksChat: account !== null && asksForChat(account, reading.references),
    offer: offer && offer !== 'known' ? 'new' : offer,
  };
}

function accountOf({ accountId }: TypedText, { items, accounts, said }: Understanding): AccountView | null {
  const [planned, ...others] = new Set(items.map(({ account }) => account));
  if (planned !== undefined) return others.length === 0 ? planned : null;
  const wanted = accountId ?? said.shownId;
  return accounts.find(({ id }) => id === wanted) ?? null;
}

const viewOfItem = (item: PlanItem<AccountView>): PlannedItem => ({
  key: keyOfReference(item.reference),
  messageId: item.reference.messageId,
  chat: item.ok ? item.address.chat : item.reference.chat,
  accountName: item.account?.name ?? null,
  question: item.ok ? null : item.question,
});
