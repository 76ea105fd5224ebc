import * as v from 'valibot';
import { readChat } from '../../references';
import { isFilledIn } from './chat-source';
import type { PlanItem } from './plan';
import type { Understanding } from './understand';

/** What the popup showed when the button was pressed. */
export const shownSchema = v.object({
  /** The mark of the plan that was on the screen; null while a newer one was still being made. */
  mark: v.nullable(v.string()),
  accountId: v.nullable(v.string()),
  /** What stood in Chat. */
  chat: v.string(),
});

/**
 * Whether what would be sent is what the popup showed. Whoever was faster than the plan has seen no list and no other
 * account or chat than stood there.
 */
export function isAsShown(
  { mark, accountId, chat }: v.InferOutput<typeof shownSchema>,
  { accounts, items: all }: Understanding,
  items: readonly PlanItem[],
): boolean {
  if (mark !== null) return mark === markOf(all);
  const [item, ...others] = items;
  if (!item?.ok || others.length > 0) return false;
  const isSameAccount = accounts.length === 1 || item.account.id === accountId;
  const sent = item.address.chat;
  const isShown = chat === '' ? !isFilledIn(item.chat?.from) : readChat(chat)?.jid === readChat(sent ?? '')?.jid;
  const isSameChat = sent === null || isShown;
  return isSameAccount && isSameChat;
}

/** Tells a plan from another: all that would be sent, or asked. */
export const markOf = (items: readonly PlanItem[]): string =>
  hash(
    JSON.stringify(
      items.map((item) => {
        const { messageId, chat } = item.reference;
        return [messageId, chat, item.ok ? [item.account.id, item.address] : item.question];
      }),
    ),
  );

/** FNV-1a, 32 bits: it tells a plan from the one before it, not from a forged one. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
