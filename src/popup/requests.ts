import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';
import { coalesce } from '../platform/coalesce';
import { worker } from '../ui/worker';

/** The requests that the popup shows. */
export interface Requests {
  latest: ReadonlySignal<RequestView[]>;
  /** The requests of the last gesture in this popup. */
  followed: ReadonlySignal<RequestView[]>;
  /** The action of a followed request whose first try is under way. */
  running: ReadonlySignal<RequestView['action'] | null>;
  /** Shows the latest requests of the overview. */
  start(latest: RequestView[]): void;
  /** Follows other requests than before. Resolves once they are shown. */
  follow(ids: string[]): Promise<void>;
  refresh(): Promise<void>;
}

export function createRequests(): Requests {
  const latest = signal<RequestView[]>([]);
  const followedIds = signal<string[]>([]);
  const followed = signal<RequestView[]>([]);

  /**
   * Reads the requests again. Calls during a read share one more read after it, so that no answer overtakes another.
   */
  const refresh = coalesce(async () => {
    const ids = followedIds.value;
    const reply = await worker('requests', { ids });
    if (!reply.ok) return;
    batch(() => {
      latest.value = reply.answer.latest;
      if (ids === followedIds.value) followed.value = reply.answer.followed;
    });
    markSeen([...reply.answer.latest, ...reply.answer.followed]);
  });

  const reported = new Set<string>();

  /** Marks the outcomes on the screen as seen, so that they leave the badge. Reports each outcome once. */
  function markSeen(requests: readonly RequestView[]): void {
    const unseen = requests.filter((request) => request.outcome && !request.seen && !reported.has(markOf(request)));
    const ids = [...new Set(unseen.map(({ id }) => id))];
    for (const request of unseen) reported.add(markOf(request));
    if (ids.length > 0) void worker('seen', { ids });
  }

  return {
    latest,
    followed,
    running: computed(() => followed.value.find(isMoving)?.action ?? null),
    start(requests) {
      latest.value = requests;
      markSeen(requests);
    },
    async follow(ids) {
      batch(() => {
        followedIds.value = ids;
        followed.value = [];
      });
      if (ids.length > 0) await refresh();
    },
    refresh,
  };
}

/**
 * Returns a string that identifies an outcome. A request that is tried again after a failure gets another outcome
 * later.
 */
const markOf = ({ id, settledAt }: RequestView): string => `${id} ${settledAt}`;

/**
 * Returns whether the first try is under way or about to begin. During later tries, the last failure stays on the
 * screen.
 */
export function isMoving({ state, outcome, wait }: RequestView): boolean {
  if (outcome !== null) return false;
  if (state === 'sending') return true;
  return state === 'queued' && (wait === null || (wait.reason === 'limit' && (wait.until ?? 0) - now() < shortWaitMs));
}

/** The length, in ms, below which a wait for a rate limit is shown as sending. */
const shortWaitMs = 5_000;
