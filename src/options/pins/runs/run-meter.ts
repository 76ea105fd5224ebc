import type { Sentence } from '../../../words/t';

/** How many requests of a run had ended at a time (unix ms). */
export interface Sample {
  at: number;
  done: number;
}

/** The rate is that of so many ms. */
const span = 10_000;
/** Less than that tells nothing. */
const least = 900;

/** The samples of the last ten seconds with a new one; what happened once in the same moment counts once. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const earlier = samples.filter(({ at, done }) => at < sample.at && at >= sample.at - span && done <= sample.done);
  return [...earlier, sample];
}

/** Requests a second, or null where it is not known yet. */
export function rateOf(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < least) return null;
  return ((last.done - first.done) * 1_000) / (last.at - first.at);
}

/** How long the rest takes at that rate, in words; null where nobody can tell. */
export function timeLeft(left: number, rate: number | null): Sentence | null {
  if (!rate || left === 0) return null;
  const seconds = left / rate;
  if (seconds < 60) return ['run_seconds_left'];
  if (seconds < 90 * 60) return ['run_minutes_left', String(Math.round(seconds / 60))];
  return ['run_hours_left', String(Math.round(seconds / 3_600))];
}
