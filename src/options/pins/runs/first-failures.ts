import { hasFailed } from '../../../pins/queue/request';
import { isOpen } from '../../../pins/queue/request-states';
import type { RequestView } from '../../../pins/queue/request-view';
import { resultPages } from './run-results';

/** The maximum number of failures on the card of a run. The others are in its exported results. */
export const maxFailuresShown = 5;

/** The progress of the searches through the requests of a run. Each search continues where the one before stopped. */
export interface RequestsSearch {
  /** The sequence number up to which all requests had ended when they were searched. */
  endedTo: number;
  /** The first failures that were found, in the order of the requests. */
  failures: readonly RequestView[];
  /** The number of failed requests at the last search for failures. */
  searchedFailedCount: number;
}

export const newSearch: RequestsSearch = { endedTo: 0, failures: [], searchedFailedCount: 0 };

/** Returns whether a run has failures to show that are not found yet. */
export const lacksFailures = (failedCount: number, failures: readonly RequestView[] = []): boolean =>
  failures.length < Math.min(maxFailuresShown, failedCount);

/** Adds the failed ones of some requests to the failures that were found before. */
export function withFailures(search: RequestsSearch, requests: readonly RequestView[]): RequestsSearch {
  const newFailures = requests.filter(hasFailed);
  if (newFailures.length === 0) return search;
  const byId = new Map([...search.failures, ...newFailures].map((request) => [request.id, request]));
  const inOrder = [...byId.values()].sort((one, other) => one.sequence - other.sequence);
  return { ...search, failures: inOrder.slice(0, maxFailuresShown) };
}

/** Searches the requests of a run until enough failures are found. */
export async function searchFailures(
  runId: string,
  failedCount: number,
  search: RequestsSearch,
): Promise<RequestsSearch> {
  let latest = search;
  for await (const step of searchSteps(runId, search)) {
    latest = step.search;
    if (!lacksFailures(failedCount, latest.failures)) break;
  }
  return { ...latest, searchedFailedCount: failedCount };
}

/** Searches the requests of a run for the first one that waits for something; null if none does. */
export async function searchWaiting(
  runId: string,
  search: RequestsSearch,
): Promise<{ search: RequestsSearch; waiting: RequestView | null }> {
  let latest = search;
  for await (const step of searchSteps(runId, search)) {
    latest = step.search;
    const waiting = step.page.find(({ wait }) => wait !== null);
    if (waiting) return { search: latest, waiting };
  }
  return { search: latest, waiting: null };
}

/** Yields the requests that had not ended at an earlier search, page by page, with the progress after each page. */
async function* searchSteps(runId: string, search: RequestsSearch) {
  let latest = search;
  let hasOpen = false;
  for await (const page of resultPages(runId, search.endedTo)) {
    const firstOpen = page.findIndex(isOpen);
    const lastEnded = firstOpen < 0 ? page.at(-1) : page[firstOpen - 1];
    if (!hasOpen && lastEnded) latest = { ...latest, endedTo: lastEnded.sequence };
    hasOpen ||= firstOpen >= 0;
    latest = withFailures(latest, page);
    yield { page, search: latest };
  }
}
