import * as v from 'valibot';
import { readChat } from '../references';
import { bareId } from './known-chats';
import { type Wish, wishSchema } from './pin-request';

/** What was last asked for one message in one account: written together with the request that asks it. */
export const boardEntrySchema = v.object({
  /** See `placeOf`. */
  id: v.string(),
  /** The newest request for the message. */
  requestId: v.string(),
  ...v.pick(wishSchema, ['accountId', 'action', 'days', 'address']).entries,
  /** Unix ms. */
  askedAt: v.number(),
});
export type BoardEntry = v.InferOutput<typeof boardEntrySchema>;

/** A message's place on the board of its account, however the message and its chat are spelt. */
export function placeOf({ accountId, address }: Pick<Wish, 'accountId' | 'address'>): string {
  return [accountId, chatOf(address), bareId(address.messageId)].join('\n');
}

/** Requests of one account and chat are sent one after the other. Source: PROVIDERS.md "What WhatsApp itself does". */
export function laneOf({ accountId, address }: Pick<Wish, 'accountId' | 'address'>): string {
  return [accountId, chatOf(address) || address.messageId].join('\n');
}

const chatOf = ({ chat }: Wish['address']): string => (chat === null ? '' : (readChat(chat)?.jid ?? chat));
