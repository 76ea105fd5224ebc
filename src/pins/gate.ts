import * as v from 'valibot';
import type { Outcome, RateReading } from '../providers';
import { bucketSchema, learn, take } from './bucket';
import { backoff } from './machine';

/** Why an account sends nothing now. */
export const obstructions = ['unauthorized', 'permission', 'disconnected', 'limit', 'server'] as const;
export type Obstruction = (typeof obstructions)[number];

/** What holds for all requests of one account. Times are unix ms. */
export const gateSchema = v.object({
  /** The account's. */
  id: v.string(),
  closed: v.nullable(
    v.object({
      why: v.picklist(obstructions),
      /** Null: until the user has seen to it. */
      until: v.nullable(v.number()),
      at: v.number(),
      /** How often in a row. */
      times: v.number(),
    }),
  ),
  /** The last time that the user opened it: what was sent before tells nothing any more. */
  openedAt: v.number(),
  bucket: v.nullable(bucketSchema),
});
export type Gate = v.InferOutput<typeof gateSchema>;

/** Calls at the same time, of one account. */
const mostAtOnce = 6;
const longestPause = 10 * 60_000;
/** Longest that a provider is believed when it says when to ask again. */
const longestTold = 24 * 60 * 60_000;

export const openGate = (id: string): Gate => ({ id, closed: null, openedAt: 0, bucket: null });

/** What stands in the way of a call now, and until when; null where nothing does. */
export function obstruction({ closed, bucket }: Gate, now: number): { why: Obstruction; until: number | null } | null {
  if (closed && (closed.until === null || now < closed.until)) return closed;
  return bucket && !take(bucket, now) ? { why: 'limit', until: bucket.endsAt } : null;
}

/** The gate after one more call went through it, or null where none may go: then `obstruction` or a call's end tells when. */
export function pass(gate: Gate, now: number, inFlight: number): Gate | null {
  if (obstruction(gate, now) || inFlight >= mostAtOnce) return null;
  return { ...gate, bucket: gate.bucket && take(gate.bucket, now) };
}

/** What a call that began at `startedAt` and ended now says of the account. */
export function learnOutcome(gate: Gate, outcome: Outcome, startedAt: number, now: number, random: number): Gate {
  const { closed } = gate;
  if (outcome.kind === 'accepted' || outcome.kind === 'rejected') {
    return closed && startedAt >= closed.at ? { ...gate, closed: null } : gate;
  }
  const why = obstructionOf(outcome);
  // A moment that is yet to come was told by a clock that has been set back since.
  if (!why || (startedAt < gate.openedAt && gate.openedAt <= now)) return gate;
  // Calls that were under way together say the same thing once.
  const times = closed?.why === why ? closed.times + (startedAt >= closed.at ? 1 : 0) : 1;
  const pause = Math.min(longestPause, backoff(times + (why === 'disconnected' ? 2 : 0), random));
  const told = outcome.until !== null && outcome.until > now ? Math.min(outcome.until, now + longestTold) : null;
  const until = why === 'unauthorized' || why === 'permission' ? null : (told ?? now + pause);
  // What only the user can open is not opened by the late answer to a call from before.
  if (closed?.until === null && until !== null && startedAt < closed.at) return gate;
  return { ...gate, closed: { why, until, at: now, times } };
}

function obstructionOf(outcome: Exclude<Outcome, { kind: 'accepted' }>): Obstruction | null {
  const { kind, reason, until } = outcome;
  if (kind === 'unauthorized') return 'unauthorized';
  if (kind === 'rate-limited') return 'limit';
  if (reason === 'permission' || reason === 'disconnected') return reason;
  // A provider that asks to be left alone until then means every call.
  return reason === 'server' && until !== null ? 'server' : null;
}

/** What an answer's headers say, of any call of the account. */
export const learnRate = (gate: Gate, reading: RateReading, inFlight: number): Gate => ({
  ...gate,
  bucket: learn(gate.bucket, reading, inFlight),
});

/** Whether it is the provider that wants to be left alone for a while: then the user's haste changes nothing. */
export const asksPatience = ({ closed }: Gate): boolean => closed?.why === 'limit' || closed?.why === 'server';

/** The user has replaced or tested the credentials, or wants it tried: what stood in the way may be gone. */
export const reopen = (gate: Gate, now: number): Gate => ({ ...gate, closed: null, openedAt: now });
