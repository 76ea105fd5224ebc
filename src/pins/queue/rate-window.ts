import * as v from 'valibot';
import type { RateReading } from '../../providers';

/**
 * How many calls an account may make, learnt from what the provider says with each answer: so many in a window. It tells
 * the window's end in whole seconds, rounded up; taken at its word that would waste up to a second of each window that
 * opens with a call. So how long a window lasts is measured, from the first call in one to the first in the next.
 * Source: docs/providers.md "Across providers" [DOC]; that windows open with a call is [INF]. Times are unix ms, ours.
 */
export const rateWindowSchema = v.object({
  limit: v.number(),
  /** Calls that the open window still has. */
  left: v.number(),
  /** When the open window is over. */
  endsAt: v.number(),
  /** What the provider calls its end; 0 while no answer has told. */
  reset: v.number(),
  /** When its first call arrived, where that was ours. */
  openedAt: v.nullable(v.number()),
  /** A window lasts longer than `over`, and at most `most`. Null where windows do not open with a call. */
  length: v.nullable(v.object({ over: v.number(), most: v.number() })),
  /** By how much the provider's clock is ahead of ours, between these. */
  ahead: v.object({ least: v.number(), most: v.number() }),
  /** When it was last changed. */
  at: v.optional(v.number()),
});
export type RateWindow = v.InferOutput<typeof rateWindowSchema>;

/** Headers tell times in whole seconds. */
const secondMs = 1_000;
/** An end that is further away is not believed. */
const maxWindowMs = 60 * 60 * secondMs;

/** Whether a time that was noted is over, as far as the clock was not set back since: it may go back a little by itself. */
export const isOfThePast = (at: number, now: number): boolean => at <= now + secondMs;

/** Takes one call out of the bucket; null where it is empty until `endsAt`. */
export function takeCall(rateWindow: RateWindow, now: number): RateWindow | null {
  if (now < rateWindow.endsAt)
    return rateWindow.left > 0 ? { ...rateWindow, left: rateWindow.left - 1, at: now } : null;
  // Until its length is known, one call alone tries whether the window is over; should its answer be lost, another does.
  const { length, limit } = rateWindow;
  const known = !length || length.most === lengthOf(length);
  return {
    ...rateWindow,
    left: known ? limit - 1 : 0,
    endsAt: now + (known && length ? length.most : 5 * secondMs),
    reset: 0,
    at: now,
  };
}

/** The call that was taken out last was not made. */
export const giveCallBack = (bucket: RateWindow): RateWindow => ({
  ...bucket,
  left: Math.min(bucket.limit, bucket.left + 1),
});

/** @param inFlight calls that are under way beside, of which the answer may or may not know */
export function learnWindow(old: RateWindow | null, reading: RateReading, inFlight: number): RateWindow {
  const { limit, remaining, reset, refused, sentAt, at } = reading;
  const arrived = (sentAt + at) / 2;
  const ahead = aheadOf(old, reading);
  const opens = remaining === limit - 1 && !refused;
  const isTried = old?.reset === 0;
  const isNew = !old || isTried || reset > old.reset;
  const openedAt = opens ? arrived : isNew && !refused ? null : (old?.openedAt ?? null);

  const length = lengthAfter(old, reading, ahead, arrived);
  const told = Math.min(reset - ahead.least, at + maxWindowMs);
  const measured = openedAt === null || !length ? told : openedAt + lengthOf(length);
  const counted = Math.max(0, remaining - inFlight);
  const left = isNew ? Math.max(counted, isTried ? old.left : 0) : Math.min(old.left, remaining);
  const endsAt = isNew || refused ? Math.min(told, measured) : Math.min(old.endsAt, told);
  return { limit, left: refused ? 0 : left, endsAt, reset, openedAt, length, ahead, at };
}

function lengthAfter(
  old: RateWindow | null,
  { limit, remaining, reset, refused }: RateReading,
  ahead: RateWindow['ahead'],
  arrived: number,
): RateWindow['length'] {
  const known = old ? old.length : { over: 0, most: Number.POSITIVE_INFINITY };
  if (!known) return null;
  let { over, most } = known;
  const since = old?.reset === 0 && old.openedAt !== null ? arrived - old.openedAt : null;
  if (refused && since !== null) over = Math.max(over, since);
  if (!refused && remaining === limit - 1) {
    over = Math.max(over, reset - secondMs - arrived - ahead.most);
    most = Math.min(most, reset - arrived - ahead.least, Math.max(lengthOf(known), since ?? Number.POSITIVE_INFINITY));
  }
  return over < most ? { over, most } : null;
}

/** Windows last whole seconds: the shortest that is possible, else what is known to be enough. */
function lengthOf({ over, most }: { over: number; most: number }): number {
  const whole = Math.floor(over / secondMs + 1) * secondMs;
  return whole < most ? whole : most;
}

/** `Date` is the provider's time in whole seconds, rounded down, at some moment between question and answer. */
function aheadOf(old: RateWindow | null, { date, sentAt, at }: RateReading): RateWindow['ahead'] {
  const here = { least: date - at, most: date + secondMs - sentAt };
  if (!old) return here;
  const both = { least: Math.max(old.ahead.least, here.least), most: Math.min(old.ahead.most, here.most) };
  // One of the clocks was set.
  return both.least <= both.most ? both : here;
}
