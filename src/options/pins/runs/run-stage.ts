import { keyOf, language, t } from '../../../words/t';
import { sourceName } from '../source-name';
import type { RunView } from './run-view';

/** Returns the state to show: a run without open requests is done, whatever its own state. */
export function stageOf({ state, remainingCount }: RunView): 'loading' | 'running' | 'paused' | 'cancelled' | 'done' {
  return state === 'loading' || state === 'cancelled' || remainingCount > 0 ? state : 'done';
}

const localized = (count: number): string => count.toLocaleString(language());

/** Returns the numbers of requests of a run in words. */
export function countsOf({ accepted, remainingCount, failed, dropped }: RunView): string {
  const counts = t('run_counts', localized(accepted), localized(remainingCount), localized(failed));
  return dropped > 0 ? `${counts}, ${t('run_dropped', localized(dropped))}` : counts;
}

/** Describes for screen readers the runs whose stage has changed. Empty if none has. */
export function describeStageChanges(before: readonly RunView[], after: readonly RunView[]): string {
  const beforeById = new Map(before.map((run) => [run.id, run]));
  const changed = after.filter((run) => {
    const previous = beforeById.get(run.id);
    return previous && stageOf(previous) !== stageOf(run);
  });
  return changed
    .map((run) => t('run_announced', sourceName(run.name), t(keyOf('run', stageOf(run))), countsOf(run)))
    .join(' ');
}
