import * as v from 'valibot';
import { identify } from '../queue/message-key';
import type { PinRequest } from '../queue/request';

const dayMs = 24 * 60 * 60_000;

/**
 * What is known of one message in one account, moved by outcomes alone. Times are unix ms. Whether the time of a pin is
 * over is not stored: see `expiresAt`.
 */
export const pinSchema = v.object({
  /** See `messageKey` of a request. */
  id: v.string(),
  accountId: v.string(),
  providerId: v.string(),
  /** As it was last sent. */
  address: v.object({ messageId: v.string(), chat: v.nullable(v.string()) }),
  /** The user's own name for the message. */
  label: v.string(),
  /** `unknown`: a call was cut, and nobody can tell whether it arrived; the times are those from before it. */
  state: v.picklist(['pinned', 'unpinned', 'unknown']),
  /** When the provider accepted the pin, and when WhatsApp ends it; null unless it was pinned here. */
  pinnedAt: v.nullable(v.number()),
  expiresAt: v.nullable(v.number()),
  /** When the provider last showed it among the pins of its chat. */
  confirmedAt: v.nullable(v.number()),
  /** Whether it is to be pinned again whenever it ends. */
  keep: v.boolean(),
});
export type Pin = v.InferOutput<typeof pinSchema>;

/** What a request remembers of the message from before it. */
export const pinBeforeSchema = v.pick(pinSchema, ['state', 'expiresAt']);
type PinBefore = v.InferOutput<typeof pinBeforeSchema>;

/** What a request is to remember of its message; null where nothing is known. */
export function pinBefore(known: Pin | undefined, { lane }: PinRequest): PinBefore | null {
  if (!known) return null;
  const lanes = [identify(known).lane, lane];
  // What was pinned by the same id in another chat, by a slip, was another message.
  const isElsewhere = lanes.every((each) => /@[cg]\.us$/.test(each)) && lanes[0] !== lanes[1];
  return isElsewhere ? null : { state: known.state, expiresAt: known.expiresAt };
}

/** What the outcome of a request makes of what is known of its message; null where it says nothing about that. */
export function pinAfter(known: Pin | undefined, request: PinRequest): Pin | null {
  const { messageKey: id, accountId, providerId, address, action, days, settledAt, outcome } = request;
  const nothing = { state: 'unpinned', pinnedAt: null, expiresAt: null } as const;
  const row = { label: '', confirmedAt: null, keep: false, ...known, id, accountId, providerId };
  if (outcome?.kind === 'unknown') return { address, ...nothing, ...row, state: 'unknown' };
  if (outcome?.kind !== 'accepted' || settledAt === null) return null;
  if (action === 'unpin') return { ...row, ...nothing, address };
  return { ...row, address, state: 'pinned', pinnedAt: settledAt, expiresAt: settledAt + days * dayMs };
}
