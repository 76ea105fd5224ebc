import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RequestChanges } from '../pins/queue/request-changes';
import { isOpen } from '../pins/queue/request-states';
import type { RequestView } from '../pins/queue/request-view';
import { coalesce } from '../platform/coalesce';
import { worker } from '../ui/worker';
import { describeList, type FollowedList, type FollowedRequests, samplesOf, withChanges } from './followed-list';
import { isMoving } from './is-moving';

/** The requests that the popup shows. */
export interface Requests {
  latest: ReadonlySignal<RequestView[]>;
  /** The request of the last gesture in this popup; null if there is none, or more than one. */
  followed: ReadonlySignal<RequestView | null>;
  /** The progress of the requests of the last gesture, if there are several. */
  followedList: ReadonlySignal<FollowedList | null>;
  /** The action of a followed request whose first try is under way. */
  running: ReadonlySignal<RequestView['action'] | null>;
  /** Shows the latest requests of the overview. */
  start(latest: RequestView[]): void;
  /** Follows other requests than before. Resolves once they are shown. */
  follow(ids: string[]): Promise<void>;
  /** Applies changes on disk, and reads the requests again that they concern; reads all again if `changes` is null. */
  apply(changes: RequestChanges | null): void;
  refresh(): Promise<void>;
}

const noRequests: FollowedRequests = new Map();

export function createRequests(): Requests {
  const latest = signal<RequestView[]>([]);
  const followedIds = signal<readonly string[]>([]);
  /** The requests of a list, and those of them that have been read to tell whether the list moves. */
  const listed = signal(noRequests);
  const samples = signal<RequestView[]>([]);
  const followed = signal<RequestView | null>(null);
  const followedList = computed(() => describeList(listed.value, samples.value));
  /** The ids of the list that must be read again. */
  let unreadList: readonly string[] | null = null;
  /**
   * The changes that arrive during a read of the list, and may be newer than its answer; null if no read is under way.
   */
  let changesMeanwhile: RequestChanges[] | null = null;
  let onFollowedShown = () => {};
  /** Whether changes have arrived since the latest requests of an overview were shown. */
  let hasChanges = false;
  /** The states of the runs that are known. */
  const runStates = new Map<string, string>();

  async function readList(ids: readonly string[]): Promise<void> {
    unreadList = null;
    const changes: RequestChanges[] = [];
    changesMeanwhile = changes;
    const reply = await worker('follow requests', { ids: [...ids] });
    changesMeanwhile = null;
    if (followedIds.value !== ids) return;
    if (!reply.ok) unreadList = ids;
    else {
      const requests: FollowedRequests = new Map(reply.answer.map((request) => [request.id, request]));
      listed.value = changes.reduce((list, { requests: changed }) => withChanges(list, changed), requests);
    }
  }

  /**
   * Reads the requests again. Calls during a read share one more read after it, so that no answer overtakes another.
   */
  const refresh = coalesce(async () => {
    if (unreadList) await readList(unreadList);
    const ids = followedIds.value;
    const reply = await worker('requests', { ids: ids.length > 1 ? samplesOf(listed.value) : [...ids] });
    if (!reply.ok) return;
    batch(() => {
      latest.value = reply.answer.latest;
      if (ids !== followedIds.value) return;
      if (ids.length > 1) samples.value = reply.answer.followed;
      else followed.value = reply.answer.followed[0] ?? null;
      onFollowedShown();
    });
    markSeen();
  });

  const reported = new Set<string>();

  /** Marks the outcomes on the screen as seen, so that they leave the badge. Reports each outcome once. */
  function markSeen(): void {
    const shownList = followedList.value?.isMoving ? [] : listed.value.values();
    const shown = [...latest.value, ...(followed.value ? [followed.value] : []), ...shownList];
    const unseen = shown.filter((request) => request.outcome && !request.seen && !reported.has(markOf(request)));
    const ids = [...new Set(unseen.map(({ id }) => id))];
    for (const request of unseen) reported.add(markOf(request));
    if (ids.length > 0) void worker('seen', { ids });
  }

  /** Returns whether changes concern a request whose record is on the screen, or a new request of a gesture. */
  function concernRecords({ requests, removed, runs, gates }: RequestChanges): boolean {
    const shown = [...latest.value, ...(followed.value ? [followed.value] : []), ...samples.value];
    const ids = new Set(shown.map(({ id }) => id));
    // Undo depends on the later requests for the same message.
    const messageKeys = new Set(shown.map(({ messageKey }) => messageKey));
    const newest = latest.value[0]?.sequence ?? 0;
    const otherRuns = runs.filter(({ id, state }) => runStates.get(id) !== state);
    for (const { id, state } of otherRuns) runStates.set(id, state);
    return (
      requests.some(
        ({ id, messageKey, run, sequence }) =>
          ids.has(id) || messageKeys.has(messageKey) || (run === '' && sequence > newest),
      ) ||
      removed.some((id) => ids.has(id)) ||
      shown.some((request) => isOpen(request) && gates.includes(request.accountId)) ||
      otherRuns.length > 0
    );
  }

  return {
    latest,
    followed,
    followedList,
    running: computed(() => {
      if (followedList.value) return followedList.value.isMoving ? followedList.value.action : null;
      return followed.value && isMoving(followed.value) ? followed.value.action : null;
    }),
    start(requests) {
      latest.value = requests;
      markSeen();
      // The overview may have been read before these changes.
      if (hasChanges) void refresh();
      hasChanges = false;
    },
    async follow(ids) {
      const distinct = [...new Set(ids)];
      batch(() => {
        followedIds.value = distinct;
        followed.value = null;
        listed.value = noRequests;
        samples.value = [];
      });
      unreadList = distinct.length > 1 ? distinct : null;
      if (distinct.length === 0) return;
      const shown = new Promise<void>((resolve) => {
        onFollowedShown = resolve;
      });
      // Changes that come meanwhile make `refresh` read again, and the requests are on the screen before that.
      await Promise.race([refresh(), shown]);
    },
    apply(changes) {
      const hasList = followedIds.value.length > 1;
      hasChanges = true;
      if (!changes) {
        if (hasList) unreadList = followedIds.value;
        void refresh();
        return;
      }
      changesMeanwhile?.push(changes);
      const before = listed.value;
      listed.value = withChanges(before, changes.requests);
      const isListRemoved = hasList && changes.removed.some((id) => before.has(id));
      if (isListRemoved) unreadList = followedIds.value;
      const needsSamples = listed.value !== before && samplesOf(listed.value).length > 0;
      if (concernRecords(changes) || isListRemoved || needsSamples) void refresh();
      else markSeen();
    },
    refresh,
  };
}

/**
 * Returns a string that identifies an outcome. A request that is tried again after a failure gets another outcome
 * later.
 */
const markOf = ({ id, settledAt }: Pick<RequestView, 'id' | 'settledAt'>): string => `${id} ${settledAt}`;
