import type { RequestView } from '../../../pins/queue/request-view';
import { resultPages } from './run-results';

/** The maximum number of failures on the card of a run. The others are in its exported results. */
const maxFailuresShown = 5;

const isFailure = ({ state, outcome }: RequestView): boolean => state === 'settled' && outcome?.kind !== 'accepted';

/** Returns the first failed requests of a run. */
export async function loadFirstFailures(runId: string): Promise<RequestView[]> {
  const failures: RequestView[] = [];
  for await (const page of resultPages(runId)) {
    failures.push(...page.filter(isFailure));
    if (failures.length >= maxFailuresShown) break;
  }
  return failures.slice(0, maxFailuresShown);
}

/** Tells whether a run has failures to show that are not loaded yet. */
export const lacksFailures = (failedCount: number, loaded: readonly RequestView[] = []): boolean =>
  loaded.length < Math.min(maxFailuresShown, failedCount);

/** Returns the first request of a run that waits for something; null if none does. */
export async function loadFirstWaiting(runId: string): Promise<RequestView | null> {
  for await (const page of resultPages(runId)) {
    const waiting = page.find(({ wait }) => wait !== null);
    if (waiting) return waiting;
  }
  return null;
}
