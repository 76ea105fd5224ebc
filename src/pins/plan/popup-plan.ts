import type { AccountView } from '../../accounts/account';
import { type Reference, readChat } from '../../references';
import { asksForChat } from './account-address';
import { markOf } from './as-shown';
import type { ChatSource } from './chat-source';
import type { AccountReason, PlanItem } from './plan';
import { type FormPlan, keyOfReference } from './plan-form';
import type { PopupForm } from './popup-form';
import type { Question } from './question';

/** One message of a text, as the popup lists it. */
export interface PlannedItem {
  key: string;
  messageId: string;
  /** The chat as it will be sent, or as it is written if something has to be asked. */
  chat: string | null;
  chatFrom: ChatSource | null;
  /** The chat that the text names: a JID, or as it is written in a cell. */
  namedChat: string | null;
  accountId: string | null;
  accountName: string | null;
  question: Question | null;
}

/** The plan of a form as the popup shows it: what is filled in for empty fields, and what is missing. */
export interface PopupPlan {
  items: PlannedItem[];
  /** Ids that may be messages. They are offered to the user, and not sent. */
  possible: string[];
  /** The id of the account that all messages go through; null if they differ or an account has to be chosen. */
  accountId: string | null;
  /** Why this account was chosen; null if the reasons differ. */
  accountReason: AccountReason | null;
  /** The text in the field Chat, and where it comes from. */
  chat: string;
  chatFrom: ChatSource | null;
  asksChat: boolean;
  /** Whether the text holds the credentials of an account, and whether that account is saved already. */
  offer: 'new' | 'saved' | null;
  /** Identifies the plan: two plans with the same mark send the same requests and ask the same questions. */
  mark: string;
}

/** Returns what the popup shows of a plan. */
export function popupPlanOf(form: PopupForm, plan: FormPlan): PopupPlan {
  const { items, reading } = plan;
  const offer = items.length > 0 ? null : plan.offer;
  const account = accountOf(form, plan);
  const [first, ...others] = items;
  const reasons = new Set(items.map((item) => item.accountReason));
  const [accountReason = null] = reasons.size === 1 ? reasons : [];
  const only = others.length === 0 ? first : undefined;
  const chat = only?.chat ?? null;
  const defaultChat = only ? null : account?.defaultChat;
  return {
    items: items.map(viewOfItem),
    possible: reading.possible.map(({ messageId }) => messageId),
    accountId: account?.id ?? null,
    accountReason,
    chat: chat?.written ?? defaultChat ?? '',
    chatFrom: chat?.from ?? (defaultChat ? 'default' : null),
    asksChat: account !== null && asksForChat(account, reading.references),
    offer: offer && offer !== 'saved' ? 'new' : offer,
    mark: markOf(items),
  };
}

function accountOf({ accountId }: PopupForm, { items, accounts, shownId }: FormPlan): AccountView | null {
  const [first, ...others] = new Set(items.map(({ account }) => account));
  if (first !== undefined) return others.length === 0 ? first : null;
  return accounts.find(({ id }) => id === (accountId ?? shownId)) ?? null;
}

const viewOfItem = (item: PlanItem<AccountView>): PlannedItem => ({
  key: keyOfReference(item.reference),
  messageId: item.reference.messageId,
  chat: item.ok ? item.address.chat : (item.chat?.written ?? item.reference.chat),
  chatFrom: item.chat?.from ?? null,
  namedChat: namedChatOf(item.reference),
  accountId: item.account?.id ?? null,
  accountName: item.account?.name ?? null,
  question: item.ok ? null : item.question,
});

/**
 * Returns the chat that a text names, as a JID. A chat written by hand is returned unchanged, because a number may lack
 * its country code.
 */
const namedChatOf = ({ chat, isChatWrittenByHand }: Reference): string | null =>
  chat === null || isChatWrittenByHand ? chat : (readChat(chat)?.jid ?? chat);
