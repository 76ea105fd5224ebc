import { type Run, remainingCountOf } from '../../../pins/queue/run';
import { now } from '../../../platform/clock';
import { rateOf, type Sample, withSample } from './run-rate';

/** A run with the numbers that its card shows. */
export interface RunView extends Run {
  /** The number of requests that have not ended. */
  remainingCount: number;
  /** The rate of the run; null if the rate is not known. */
  ratePerSecond: number | null;
  /** Whether later runs retry everything that failed in this one. */
  isRetried: boolean;
}

/** Creates a function that turns all runs into views, and measures their rates from one call to the next. */
export function createRunViews(): (runs: readonly Run[]) => RunView[] {
  const samplesByRun = new Map<string, Sample[]>();

  function measureRate({ id, state, total }: Run, remainingCount: number): number | null {
    if (state !== 'running' || remainingCount === 0) {
      samplesByRun.delete(id);
      return null;
    }
    const sample = { measuredAt: now(), doneCount: total - remainingCount };
    const samples = withSample(samplesByRun.get(id) ?? [], sample);
    samplesByRun.set(id, samples);
    return rateOf(samples);
  }

  return (runs) =>
    runs.map((run) => {
      const remainingCount = remainingCountOf(run);
      const retries = runs.filter(({ retryOf, state }) => retryOf === run.id && state !== 'cancelled');
      const retriedCount = retries.reduce((sum, { total }) => sum + total, 0);
      return {
        ...run,
        remainingCount,
        ratePerSecond: measureRate(run, remainingCount),
        isRetried: retriedCount > 0 && retriedCount >= run.failed,
      };
    });
}
