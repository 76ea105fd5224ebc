import * as v from 'valibot';
import type { RateReading } from '../../providers';

/**
 * The number of calls that an account may still make in the open window of time, learnt from the headers of its
 * answers. The headers give the end of a window in whole seconds, rounded up; waiting until then would waste up to a
 * second of each window that opens with a call. The length of a window is therefore measured, from the first call in
 * one window to the first in the next: if a window of 10 calls opens at 0.4 s and is said to end at 3 s, and a call at
 * 2.4 s opens the next one, windows last 2 s. Source: docs/providers.md "Across providers" [DOC]; that windows open
 * with a call is [INF]. Times are unix ms of our own clock.
 */
export const rateWindowSchema = v.object({
  /** The number of calls that one window allows. */
  limit: v.number(),
  /** The number of calls that the open window still allows. */
  remaining: v.number(),
  /** When the open window ends. */
  endsAt: v.number(),
  /** The end of the window by the provider's clock; 0 until an answer in this window has named it. */
  resetAt: v.number(),
  /** When the first call of the window reached the provider; null if Pushpin did not make that call. */
  openedAt: v.nullable(v.number()),
  /** The bounds of a window's length: longer than `above`, at most `max`. Null if windows do not open with a call. */
  lengthMs: v.nullable(v.object({ above: v.number(), max: v.number() })),
  /** The bounds of how far the provider's clock is ahead of ours. */
  clockLeadMs: v.object({ min: v.number(), max: v.number() }),
  updatedAt: v.number(),
});
export type RateWindow = v.InferOutput<typeof rateWindowSchema>;

/** The precision of times in headers. */
const secondMs = 1_000;
/** The maximum length of a window. A later end that a provider names is not believed. */
const maxWindowMs = 60 * 60 * secondMs;
/** The time, in ms, that other calls wait for the answer to a call that tests whether the window has ended. */
const trialMs = 5 * secondMs;

/**
 * Returns whether a stored time is in the past, as it should be. If not, the clock was set back since; one second is
 * tolerated, because clocks are adjusted.
 */
export const isPast = (at: number, now: number): boolean => at <= now + secondMs;

/** Takes one call from the window. Returns null where none remains until `endsAt`. */
export function takeCall(window: RateWindow, now: number): RateWindow | null {
  const { endsAt, remaining, lengthMs, limit } = window;
  if (now < endsAt) return remaining > 0 ? { ...window, remaining: remaining - 1, updatedAt: now } : null;
  // Until the length is measured, a single call tests whether the window has ended. If its answer is lost, another call
  // does so later.
  const isMeasured = !lengthMs || lengthMs.max === shortestLength(lengthMs);
  return {
    ...window,
    remaining: isMeasured ? limit - 1 : 0,
    endsAt: now + (isMeasured && lengthMs ? lengthMs.max : trialMs),
    resetAt: 0,
    updatedAt: now,
  };
}

/** Gives back a call that was taken but not made. */
export const giveCallBack = (window: RateWindow): RateWindow => ({
  ...window,
  remaining: Math.min(window.limit, window.remaining + 1),
});

/**
 * Returns the window after an answer.
 * @param old the window before; null where the account has had no answer with limits
 * @param inFlight the number of calls under way, which the provider may or may not have counted in its answer
 */
export function learnWindow(old: RateWindow | null, reading: RateReading, inFlight: number): RateWindow {
  const { limit, resetAt, isRefused, sentAt, receivedAt } = reading;
  const arrivedAt = (sentAt + receivedAt) / 2;
  const clockLeadMs = clockLeadAfter(old, reading);
  const opensWindow = reading.remaining === limit - 1 && !isRefused;
  const isTrial = old?.resetAt === 0;
  const isNew = !old || isTrial || resetAt > old.resetAt;
  const openedAt = opensWindow ? arrivedAt : isNew && !isRefused ? null : (old?.openedAt ?? null);

  const lengthMs = lengthAfter(old, reading, clockLeadMs);
  const namedEnd = Math.min(resetAt - clockLeadMs.min, receivedAt + maxWindowMs);
  const measuredEnd = openedAt === null || !lengthMs ? namedEnd : openedAt + shortestLength(lengthMs);
  const counted = Math.max(0, reading.remaining - inFlight);
  const remaining = isNew ? Math.max(counted, isTrial ? old.remaining : 0) : Math.min(old.remaining, reading.remaining);
  // Answers may arrive in another order than their calls, so the call that opened the window may be answered late.
  const earlierEnd = isNew || isRefused ? Number.POSITIVE_INFINITY : old.endsAt;
  const endsAt = Math.min(earlierEnd, namedEnd, measuredEnd);
  return {
    limit,
    remaining: isRefused ? 0 : remaining,
    endsAt,
    resetAt,
    openedAt,
    lengthMs,
    clockLeadMs,
    updatedAt: receivedAt,
  };
}

function lengthAfter(
  old: RateWindow | null,
  { limit, remaining, resetAt, isRefused, sentAt, receivedAt }: RateReading,
  clockLeadMs: RateWindow['clockLeadMs'],
): RateWindow['lengthMs'] {
  const oldLength = old ? old.lengthMs : { above: 0, max: Number.POSITIVE_INFINITY };
  if (!oldLength) return null;
  let { above, max } = oldLength;
  // The call reached the provider at some moment between `sentAt` and `receivedAt`. The bounds hold for all of them.
  const openedAt = old?.resetAt === 0 ? old.openedAt : null;
  if (isRefused && openedAt !== null) above = Math.max(above, sentAt - openedAt);
  if (!isRefused && remaining === limit - 1) {
    above = Math.max(above, resetAt - secondMs - receivedAt - clockLeadMs.max);
    const measuredMs = openedAt === null ? Number.POSITIVE_INFINITY : receivedAt - openedAt;
    max = Math.min(max, resetAt - sentAt - clockLeadMs.min, Math.max(shortestLength(oldLength), measuredMs));
  }
  return above < max ? { above, max } : null;
}

/** Returns the shortest whole number of seconds between the bounds, in ms, or else the upper bound. */
function shortestLength({ above, max }: { above: number; max: number }): number {
  const wholeMs = Math.floor(above / secondMs + 1) * secondMs;
  return wholeMs < max ? wholeMs : max;
}

/**
 * Returns the bounds of the clock lead after an answer, which narrows them. The header `Date` of the answer is the
 * provider's time at some moment of the call, in whole seconds, rounded down.
 */
function clockLeadAfter(
  old: RateWindow | null,
  { answeredAt, sentAt, receivedAt }: RateReading,
): RateWindow['clockLeadMs'] {
  const measured = { min: answeredAt - receivedAt, max: answeredAt + secondMs - sentAt };
  if (!old) return measured;
  const overlap = {
    min: Math.max(old.clockLeadMs.min, measured.min),
    max: Math.min(old.clockLeadMs.max, measured.max),
  };
  // If the bounds do not overlap, one of the clocks was changed in between.
  return overlap.min <= overlap.max ? overlap : measured;
}
