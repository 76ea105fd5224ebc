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

/**
 * Creates a function that turns all runs into views, and measures their rates from one call to the next. A view that has
 * not changed is the same object as before.
 */
export function createRunViews(): (runs: readonly Run[]) => RunView[] {
  const samplesByRun = new Map<string, Sample[]>();
  let viewsByRun = new Map<string, { run: Run; view: RunView }>();

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

  function viewOf(run: Run, retriedCount: number): RunView {
    const remainingCount = remainingCountOf(run);
    const ratePerSecond = measureRate(run, remainingCount);
    const isRetried = retriedCount > 0 && retriedCount >= run.failed;
    const previous = viewsByRun.get(run.id);
    const isSame =
      previous?.run === run && previous.view.ratePerSecond === ratePerSecond && previous.view.isRetried === isRetried;
    return isSame ? previous.view : { ...run, remainingCount, ratePerSecond, isRetried };
  }

  return (runs) => {
    const retriedCounts = new Map<string, number>();
    for (const { retryOf, state, total } of runs) {
      if (retryOf && state !== 'cancelled') retriedCounts.set(retryOf, (retriedCounts.get(retryOf) ?? 0) + total);
    }
    const views = runs.map((run) => viewOf(run, retriedCounts.get(run.id) ?? 0));
    viewsByRun = new Map(runs.map((run, index) => [run.id, { run, view: views[index] as RunView }]));
    return views;
  };
}
