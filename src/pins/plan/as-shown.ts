import * as v from 'valibot';
import { readChat } from '../../references';
import { isFilledIn } from './chat-source';
import type { PlanItem } from './plan';
import type { FormPlan } from './plan-form';

/** The plan and choices that the popup showed when the button was pressed. */
export const shownSchema = v.object({
  /** The mark of the plan on the screen; null if the plan of the form had not arrived yet. */
  mark: v.nullable(v.string()),
  accountId: v.nullable(v.string()),
  /** The text in the field Chat. */
  chat: v.string(),
});
export type Shown = v.InferOutput<typeof shownSchema>;

/**
 * Returns whether a plan sends what the popup showed. Without a mark the user saw neither the list of messages nor what
 * was filled in, so the plan may hold only one message, in the account and chat of the fields.
 */
export function isAsShown({ mark, accountId, chat }: Shown, plan: FormPlan): boolean {
  const { accounts, hasUnreadableAccounts, items, wanted } = plan;
  if (mark !== null) return mark === markOf(items);
  const [item, ...others] = wanted;
  if (!item?.ok || others.length > 0) return false;
  // The popup shows no account where there is a single one.
  const isSingle = accounts.length === 1 && !hasUnreadableAccounts;
  const isSameAccount = isSingle || item.account.id === accountId;
  const sentChat = item.address.chat;
  const isShown = chat === '' ? !isFilledIn(item.chat?.from) : readChat(chat)?.jid === readChat(sentChat ?? '')?.jid;
  return isSameAccount && (sentChat === null || isShown);
}

/** Returns the mark of a plan: a string made of everything that would be sent or asked. */
export const markOf = (items: readonly PlanItem[]): string =>
  JSON.stringify(
    items.map((item) => {
      const { messageId, chat } = item.reference;
      return [messageId, chat, item.ok ? [item.account.id, item.address] : item.question];
    }),
  );
