import type { Sentence } from '../../../words/t';

/** The number of requests of a run that had ended at `measuredAt` (unix ms). */
export interface Sample {
  measuredAt: number;
  doneCount: number;
}

/** The time over which the rate is measured, in ms. */
const windowMs = 10_000;
/** The minimum time between the first and the last sample that give a rate, in ms. */
const minSpanMs = 900;

/**
 * Adds a sample, and drops the samples outside the window. Of several samples with the same time, only the last is
 * kept.
 */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const earlier = samples.filter(
    ({ measuredAt, doneCount }) =>
      measuredAt < sample.measuredAt && measuredAt >= sample.measuredAt - windowMs && doneCount <= sample.doneCount,
  );
  return [...earlier, sample];
}

/** Returns the requests per second; null if the samples span too short a time. */
export function rateOf(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.measuredAt - first.measuredAt < minSpanMs) return null;
  return ((last.doneCount - first.doneCount) * 1_000) / (last.measuredAt - first.measuredAt);
}

/** Describes how long the remaining requests take at that rate; null if there is no rate or nothing remains. */
export function describeRemainingTime(remainingCount: number, ratePerSecond: number | null): Sentence | null {
  if (!ratePerSecond || remainingCount === 0) return null;
  const seconds = remainingCount / ratePerSecond;
  if (seconds < 60) return ['run_seconds_left'];
  if (seconds < 90 * 60) return ['run_minutes_left', String(Math.round(seconds / 60))];
  return ['run_hours_left', String(Math.round(seconds / 3_600))];
}
