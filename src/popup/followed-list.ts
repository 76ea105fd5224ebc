import type { RequestChange } from '../pins/queue/request-changes';
import type { FollowedRequest } from '../pins/queue/request-queries';
import { isUnsent } from '../pins/queue/request-states';
import type { RequestView } from '../pins/queue/request-view';
import { isMoving } from './is-moving';

/** The progress of several requests of one gesture. */
export interface FollowedList {
  action: FollowedRequest['action'];
  totalCount: number;
  acceptedCount: number;
  /** The number of requests that wait to be sent. */
  waitingCount: number;
  /** The names of the accounts of the requests, each once. */
  accountNames: readonly string[];
  /** Whether the first try of one of the requests is under way or about to begin. */
  isMoving: boolean;
}

/** The requests of a list by their ids. */
export type FollowedRequests = ReadonlyMap<string, FollowedRequest>;

/** Returns the requests after changes, or the same map if no change is about them. */
export function withChanges(requests: FollowedRequests, changes: readonly RequestChange[]): FollowedRequests {
  const changed = changes.flatMap((change): [string, FollowedRequest][] => {
    const request = requests.get(change.id);
    return request ? [[change.id, { ...request, ...change }]] : [];
  });
  return changed.length > 0 ? new Map([...requests, ...changed]) : requests;
}

const isUntried = ({ outcome }: FollowedRequest): boolean => outcome === null;

/**
 * Returns the ids of the requests that must be read to tell whether the list moves: none while a first try is under
 * way, otherwise the last queued request of each account, because the others of the account wait for the same reason.
 */
export function samplesOf(requests: FollowedRequests): string[] {
  const untried = [...requests.values()].filter(isUntried);
  if (untried.some(({ state }) => state === 'sending')) return [];
  const queued = untried.filter(({ state }) => state === 'queued');
  return [...new Map(queued.map(({ accountId, id }) => [accountId, id])).values()];
}

/**
 * Returns the progress of a list; null for an empty list.
 * @param samples the requests of `samplesOf` that have been read
 */
export function describeList(requests: FollowedRequests, samples: readonly RequestView[]): FollowedList | null {
  const all = [...requests.values()];
  const [first] = all;
  if (!first) return null;
  const isSending = all.some((request) => isUntried(request) && request.state === 'sending');
  return {
    action: first.action,
    totalCount: all.length,
    acceptedCount: all.filter(({ outcome }) => outcome === 'accepted').length,
    waitingCount: all.filter(isUnsent).length,
    accountNames: [...new Set(all.map(({ accountName }) => accountName))],
    isMoving:
      isSending ||
      samplesOf(requests).some((id) => {
        const sample = samples.find((view) => view.id === id);
        return !sample || isMoving(sample);
      }),
  };
}
