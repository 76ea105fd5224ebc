import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RequestView } from '../pins/request-view';
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

  async function refresh(): Promise<void> {
    const ids = followedIds.value;
    const reply = await worker('requests', { ids });
    if (!reply.ok) return;
    batch(() => {
      latest.value = reply.answer.latest;
      if (ids === followedIds.value) followed.value = reply.answer.followed;
    });
    markSeen([...reply.answer.latest, ...reply.answer.followed]);
  }

  return {
    latest,
    followed,
    running: computed(() => followed.value.find(({ state }) => state !== 'settled')?.action ?? null),
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

/** What stands before the user's eyes need not stay on the badge. */
function markSeen(requests: readonly RequestView[]): void {
  const ids = requests.filter(({ state, seen }) => state === 'settled' && !seen).map(({ id }) => id);
  if (ids.length > 0) void worker('seen', { ids });
}
