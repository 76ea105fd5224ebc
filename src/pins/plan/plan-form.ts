import type { AccountView } from '../../accounts/account';
import { type Reference, readChat } from '../../references';
import type { Wish } from '../queue/request';
import { markOf } from './as-shown';
import type { ChatSource } from './chat-source';
import { type AccountReason, asksForChat, type PlanItem, type Question, questionOf } from './plan';
import type { PopupForm } from './popup-form';
import { type Understanding, understand } from './understand';

/** One message of a text, as the popup lists it. */
export interface PlannedItem {
  key: string;
  messageId: string;
  /** As it will be sent, or as it is written where something has to be asked. */
  chat: string | null;
  chatFrom: ChatSource | null;
  /** The chat that the text names: a JID, or as it is written in a cell. */
  namedChat: string | null;
  accountId: string | null;
  accountName: string | null;
  question: Question | null;
}

/** What the fields come to: what follows for those that nobody has filled in, and what is missing. */
export interface PopupPlan {
  items: PlannedItem[];
  /** Ids that are only offered. */
  possible: string[];
  /** The account that all messages go through; null where they differ or one has to be chosen. */
  accountId: string | null;
  /** Why that one, where it is for one reason. */
  because: AccountReason | null;
  /** What stands in Chat, and who says so. */
  chat: string;
  chatFrom: ChatSource | null;
  asksChat: boolean;
  /** Whether the text holds the credentials of an account, new or saved already. */
  offer: 'new' | 'known' | null;
  /** Says whether another plan is the same: all that would be sent. */
  mark: string;
}

/** The same id may stand in two chats. */
export const keyOfReference = ({ messageId, chat }: Reference): string => `${messageId} ${chat ?? ''}`;

/** What is missing for the messages that are left in, or null. */
export function missingIn(form: PopupForm, { reading }: Understanding, items: readonly PlanItem[]): Question | null {
  // The page never asks so: a chat that was typed for another text is not used whatever happens.
  if (form.chat && form.chat.message !== form.message) return 'chat-of-another';
  if (reading.references.length > 0 && items.length === 0) return 'several';
  return questionOf(form.message, reading, items);
}

/** An account that was chosen for an earlier message only stands there: another that the text names goes before it. */
export function understandForm(form: PopupForm): Promise<Understanding> {
  const { message, accountId, undecided, earlier, chat, numbers, sender } = form;
  const chosen = earlier.account ? null : accountId;
  const shownId = undecided ? null : earlier.account && accountId !== null ? accountId : undefined;
  return understand(message, { accountId: chosen, chat, numbers, sender, shownId });
}

export async function planPopupForm(form: PopupForm): Promise<PopupPlan> {
  const understanding = await understandForm(form);
  const { items, reading } = understanding;
  const offer = items.length > 0 ? null : understanding.offer;
  const account = accountOf(form, understanding);
  const [item, ...others] = items;
  const reasons = new Set(items.map((each) => each.because));
  const [because = null] = reasons.size === 1 ? reasons : [];
  const isOne = item !== undefined && others.length === 0;
  const chat = isOne ? item.chat : null;
  const byDefault = isOne ? null : account?.defaultChat;
  return {
    items: items.map(viewOfItem),
    possible: reading.possible.map(({ messageId }) => messageId),
    accountId: account?.id ?? null,
    because,
    chat: chat?.written ?? byDefault ?? '',
    chatFrom: chat?.from ?? (byDefault ? 'default' : null),
    asksChat: account !== null && asksForChat(account, reading.references),
    offer: offer && offer !== 'known' ? 'new' : offer,
    mark: markOf(items),
  };
}

function accountOf({ accountId }: PopupForm, { items, accounts, said }: Understanding): AccountView | null {
  const [planned, ...others] = new Set(items.map(({ account }) => account));
  if (planned !== undefined) return others.length === 0 ? planned : null;
  const wanted = accountId ?? said.shownId;
  return accounts.find(({ id }) => id === wanted) ?? null;
}

const viewOfItem = (item: PlanItem<AccountView>): PlannedItem => ({
  key: keyOfReference(item.reference),
  messageId: item.reference.messageId,
  chat: item.ok ? item.address.chat : (item.chat?.written ?? item.reference.chat),
  chatFrom: item.chat?.from ?? null,
  namedChat: namedIn(item.reference),
  accountId: item.account?.id ?? null,
  accountName: item.account?.name ?? null,
  question: item.ok ? null : item.question,
});

/** A number in a payload has its country code; one in a cell is shown as it is written. */
const namedIn = ({ chat, isChatWrittenByHand }: Reference): string | null =>
  chat === null || isChatWrittenByHand ? chat : (readChat(chat)?.jid ?? chat);

/** Who said its chat, as a request keeps it. */
export const sourceOf = ({ chat }: PlanItem): Pick<Wish, 'chatFrom'> => (chat ? { chatFrom: chat.from } : {});
