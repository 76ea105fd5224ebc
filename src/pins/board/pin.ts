import * as v from 'valibot';
import { durations } from '../../providers';
import { identify } from '../queue/message-key';
import type { PinRequest } from '../queue/request';

const dayMs = 24 * 60 * 60_000;

/**
 * What is known of one message in one account. Only outcomes of calls change it. Times are unix ms. Whether a pin has
 * expired is not stored: compare `expiresAt` with the clock.
 */
export const pinSchema = v.object({
  /** The `messageKey` of its requests. */
  id: v.string(),
  accountId: v.string(),
  providerId: v.string(),
  /** The message and its chat as they were last sent. */
  address: v.object({ messageId: v.string(), chat: v.nullable(v.string()) }),
  /** The user's own name for the message; empty where there is none. */
  label: v.string(),
  /** `unknown`: a call ended without an answer, so it may have been carried out; the times are those from before it. */
  state: v.picklist(['pinned', 'unpinned', 'unknown']),
  /** When the provider accepted the pin, and when WhatsApp ends it; null where Pushpin has pinned nothing. */
  pinnedAt: v.nullable(v.number()),
  expiresAt: v.nullable(v.number()),
  /** When the provider last listed the message among the pins of its chat. */
  confirmedAt: v.nullable(v.number()),
  /** Whether to pin the message again whenever its pin ends. */
  keep: v.boolean(),
});
export type Pin = v.InferOutput<typeof pinSchema>;

/** The part of a pin row that was known before a request. */
export const pinBeforeSchema = v.pick(pinSchema, ['state', 'expiresAt']);
type PinBefore = v.InferOutput<typeof pinBeforeSchema>;

/** Returns what was known of the message of a request before it; null if nothing was. */
export function pinBefore(earlier: Pin | undefined, { lane }: PinRequest): PinBefore | null {
  if (!earlier) return null;
  const lanes = [identify(earlier).lane, lane];
  // A row for the same id in another chat says nothing about this message: the other chat was given by mistake.
  const isElsewhere = lanes.every((each) => /@[cg]\.us$/.test(each)) && lanes[0] !== lanes[1];
  return isElsewhere ? null : { state: earlier.state, expiresAt: earlier.expiresAt };
}

/** Returns the pin row after a request's outcome, or null where the outcome says nothing about the message. */
export function pinAfter(earlier: Pin | undefined, request: PinRequest): Pin | null {
  const { messageKey: id, accountId, providerId, address, action, days, settledAt, outcome } = request;
  const unpinned = { state: 'unpinned', pinnedAt: null, expiresAt: null } as const;
  const row = { label: '', confirmedAt: null, keep: false, ...earlier, id, accountId, providerId };
  if (outcome?.kind === 'unknown') return { address, ...unpinned, ...row, state: 'unknown' };
  if (outcome?.kind !== 'accepted' || settledAt === null) return null;
  if (action === 'unpin') return { ...row, ...unpinned, address };
  return { ...row, address, state: 'pinned', pinnedAt: settledAt, expiresAt: settledAt + days * dayMs };
}

/**
 * Returns whether WhatsApp may still show the pin. After a call without an answer, the message may have been pinned for
 * the longest duration, at the latest when the newest request ended (`lastTriedAt`, unix ms).
 */
export function mayBePinned({ state, expiresAt }: Pin, lastTriedAt: number, now: number): boolean {
  const triedUntil = state === 'unknown' ? lastTriedAt + Math.max(...durations) * dayMs : 0;
  return state !== 'unpinned' && Math.max(expiresAt ?? 0, triedUntil) > now;
}
