import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';
import { coalesce } from '../platform/coalesce';
import { worker } from '../ui/worker';

/** The requests that the popup shows. */
export interface Requests {
  latest: ReadonlySignal<RequestView[]>;
  /** Those of the last gesture in this popup. */
  followed: ReadonlySignal<RequestView[]>;
  /** What one of them is still doing. */
  running: ReadonlySignal<RequestView['action'] | null>;
  start(latest: RequestView[]): void;
  follow(ids: string[]): Promise<void>;
  refresh(): Promise<void>;
}

export function createRequests(): Requests {
  const latest = signal<RequestView[]>([]);
  const followedIds = signal<string[]>([]);
  const followed = signal<RequestView[]>([]);

  /** Many changes at once are read together, and never overtake each other. */
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

  const told = new Set<string>();

  /** What stands before the user's eyes need not stay on the badge; the worker is told of each once. */
  function markSeen(requests: readonly RequestView[]): void {
    const unseen = requests.filter((request) => request.outcome && !request.seen && !told.has(markOf(request)));
    const ids = [...new Set(unseen.map(({ id }) => id))];
    for (const request of unseen) told.add(markOf(request));
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

/** Whoever has seen that it failed and is tried again has not seen how it ended. */
const markOf = ({ id, settledAt }: RequestView): string => `${id} ${settledAt}`;

/** Whether its first try is under way, or will be in a moment. Of later ones the last failure stays before the eyes. */
export function isMoving({ state, outcome, wait }: RequestView): boolean {
  if (outcome !== null) return false;
  if (state === 'sending') return true;
  return state === 'queued' && (wait === null || (wait.why === 'limit' && (wait.until ?? 0) - now() < shortWaitMs));
}

/** In ms. */
const shortWaitMs = 5_000;
