import * as v from 'valibot';
import { durations, isSoundOutcome, outcomeSchema, providers } from '../providers';
import { readChat } from '../references';

/**
 * Pin or unpin one message through one account: what is on disk, so never a secret, a URL or a header.
 * `queued` waits for its turn, `sending` is at the provider, `settled` has its outcome.
 */
export const pinRequestSchema = v.object({
  id: v.string(),
  accountId: v.string(),
  /** As the account was called, also after it is gone. */
  accountName: v.string(),
  provider: v.picklist(providers.map(({ id }) => id)),
  action: v.picklist(['pin', 'unpin']),
  days: v.picklist(durations),
  /** The message and its chat in the provider's spelling; the message never changes, whatever comes back. */
  address: v.object({ messageId: v.string(), chat: v.nullable(v.string()) }),
  /** Unix ms; no two requests have the same, so that their order survives on disk. */
  createdAt: v.number(),
  state: v.picklist(['queued', 'sending', 'settled']),
  /** Unix ms of the outcome. */
  settledAt: v.nullable(v.number()),
  outcome: v.nullable(outcomeSchema),
  /** Whether the user has had the outcome before their eyes. */
  seen: v.boolean(),
});
export type PinRequest = v.InferOutput<typeof pinRequestSchema>;

/** Whether a record of that shape is one that Pushpin writes: only what is settled has an outcome. */
export const isSoundRequest = ({ state, outcome }: PinRequest): boolean =>
  (state === 'settled') === (outcome !== null) && (outcome === null || isSoundOutcome(outcome));

/** What a gesture asks for. */
export type Wish = Pick<PinRequest, 'accountId' | 'accountName' | 'provider' | 'action' | 'days' | 'address'>;

/** Requests of one account and chat are sent one after the other. Source: PROVIDERS.md "What WhatsApp itself does". */
export function laneOf({ accountId, address: { chat, messageId } }: Wish): string {
  const place = chat === null ? messageId : (readChat(chat)?.jid ?? chat);
  return `pins:${accountId}:${place}`;
}

/** The request that takes this one back. */
export const opposite = (wish: Wish): Wish => ({ ...wish, action: wish.action === 'pin' ? 'unpin' : 'pin' });
