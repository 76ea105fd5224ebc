import { type ReadonlySignal, signal } from '@preact/signals';
import type { RequestChanges } from '../../../pins/queue/request-changes';
import type { RequestView } from '../../../pins/queue/request-view';
import { coalesce } from '../../../platform/coalesce';
import { worker } from '../../../ui/worker';
import {
  lacksFailures,
  maxFailuresShown,
  newSearch,
  type RequestsSearch,
  searchFailures,
  searchWaiting,
  withFailures,
} from './first-failures';
import type { RunView } from './run-view';

/** Finds the requests that the cards of runs show. */
export interface RunSearch {
  /** The first failed requests, by run id. */
  failures: ReadonlySignal<Readonly<Record<string, readonly RequestView[]>>>;
  /** A waiting request of each run that sends nothing, by run id. */
  waitingRequests: ReadonlySignal<Readonly<Record<string, RequestView | null>>>;
  /** Notes what the next search has to look for: everything if `changes` is null. */
  noteChanges(changes: RequestChanges | null): void;
  /** Looks for what may have changed since the last search. */
  search(): Promise<void>;
}

export function createRunSearch(runs: ReadonlySignal<readonly RunView[] | null>): RunSearch {
  const failures = signal<Readonly<Record<string, readonly RequestView[]>>>({});
  const waitingRequests = signal<Readonly<Record<string, RequestView | null>>>({});
  const searches = new Map<string, RequestsSearch>();
  /** The ids of failed requests to be read. */
  let unreadIds: string[] = [];
  /** Whether the reason why a run sends nothing may have changed since the last search. */
  let mayWaitOtherwise = true;

  const searchOf = (runId: string): RequestsSearch => searches.get(runId) ?? newSearch;

  function keep(runId: string, search: RequestsSearch): void {
    const isSame = search.failures === searchOf(runId).failures;
    searches.set(runId, search);
    if (!isSame) failures.value = { ...failures.value, [runId]: search.failures };
  }

  async function readFailures(): Promise<void> {
    const ids = unreadIds;
    unreadIds = [];
    if (ids.length === 0) return;
    const reply = await worker('requests', { ids });
    if (!reply.ok) return;
    for (const request of reply.answer.followed) keep(request.run, withFailures(searchOf(request.run), [request]));
  }

  /** Searches for failures that no announced change has named, such as those from before the page was opened. */
  async function findFailures(): Promise<void> {
    for (const { id, failed } of runs.value ?? []) {
      const earlierSearch = searchOf(id);
      if (earlierSearch.searchedFailedCount === failed || !lacksFailures(failed, earlierSearch.failures)) continue;
      keep(id, await searchFailures(id, failed, earlierSearch).catch(() => earlierSearch));
    }
  }

  async function findWaiting(): Promise<void> {
    const halted = runs.value?.filter(({ ratePerSecond }) => ratePerSecond === 0) ?? [];
    const shownRequests = waitingRequests.value;
    const isSearched =
      halted.length === Object.keys(shownRequests).length && halted.every(({ id }) => id in shownRequests);
    if (isSearched && !(mayWaitOtherwise && halted.length > 0)) return;
    mayWaitOtherwise = false;
    const newRequests: Record<string, RequestView | null> = {};
    for (const { id } of halted) {
      const result = await searchWaiting(id, searchOf(id)).catch(() => null);
      if (result) keep(id, result.search);
      else mayWaitOtherwise = true;
      newRequests[id] = result?.waiting ?? null;
    }
    waitingRequests.value = newRequests;
  }

  return {
    failures,
    waitingRequests,
    noteChanges(changes) {
      mayWaitOtherwise ||=
        !changes || changes.gates.length > 0 || changes.requests.some(({ run }) => run in waitingRequests.value);
      for (const { id, run, state, outcome } of changes?.requests ?? []) {
        const isWanted = run !== '' && state === 'settled' && outcome !== 'accepted';
        if (isWanted && searchOf(run).failures.length < maxFailuresShown && unreadIds.length < maxFailuresShown) {
          unreadIds.push(id);
        }
      }
    },
    search: coalesce(async () => {
      await readFailures();
      await findFailures();
      await findWaiting();
    }),
  };
}
