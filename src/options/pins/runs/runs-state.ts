import { type ReadonlySignal, signal } from '@preact/signals';
import type { RequestChanges } from '../../../pins/queue/request-changes';
import type { RequestView } from '../../../pins/queue/request-view';
import type { Run } from '../../../pins/queue/run';
import { isHidden, onChange } from '../../../platform/changes';
import { delay } from '../../../platform/clock';
import { coalesce } from '../../../platform/coalesce';
import { readRequestChanges } from '../../../ui/read-request-changes';
import { worker } from '../../../ui/worker';
import type { MessageKey } from '../../../words/t';
import { createRunSearch } from './run-search';
import { describeStageChanges } from './run-stage';
import { createRunViews, type RunView } from './run-view';

export interface RunsState {
  /** Newest first; null until they are loaded. */
  runs: ReadonlySignal<readonly RunView[] | null>;
  /** The first failed requests, by run id. */
  failures: ReadonlySignal<Readonly<Record<string, readonly RequestView[]>>>;
  /** A waiting request of each run that sends nothing, by run id. */
  waitingRequests: ReadonlySignal<Readonly<Record<string, RequestView | null>>>;
  /** The last change of a run's stage, for screen readers. Empty before the first. */
  announcement: ReadonlySignal<string>;
  errorKey: ReadonlySignal<MessageKey | null>;
  /** Keeps the state fresh until the returned function is called. */
  watch(): () => void;
  load(): Promise<void>;
  set(id: string, state: 'running' | 'paused' | 'cancelled'): Promise<void>;
  /**
   * Retries the failed requests of a run in a new one. Resolves with their number; null if the worker does not answer.
   */
  retry(id: string): Promise<number | null>;
}

/** The time between two measurements of a run's rate, in ms. The rate changes even if nothing else does. */
const rateIntervalMs = 1_000;
/** The minimum time, in ms, between two notes to the worker that the user has looked at the failures. */
const seenIntervalMs = 1_000;

export function createRuns(): RunsState {
  const runs = signal<readonly RunView[] | null>(null);
  const announcement = signal('');
  const errorKey = signal<MessageKey | null>(null);
  const viewsOf = createRunViews();
  const { failures, waitingRequests, noteChanges, search } = createRunSearch(runs);
  let records = new Map<string, Run>();
  /**
   * The changes that arrive during a read of the runs, and may be newer than its answer; null if no read is under way.
   */
  let changesMeanwhile: RequestChanges[] | null = null;

  function show(): void {
    const newestFirst = [...records.values()].sort((one, other) => other.sequence - one.sequence);
    const views = viewsOf(newestFirst);
    announcement.value = describeStageChanges(runs.value ?? [], views) || announcement.value;
    runs.value = views;
    void search();
  }

  /** Reads the runs. Calls during a read share one more read after it, so that no answer overtakes another. */
  const load = coalesce(async () => {
    changesMeanwhile = [];
    const reply = await worker('runs', {});
    const meanwhile: readonly RequestChanges[] = changesMeanwhile;
    changesMeanwhile = null;
    errorKey.value = reply.ok ? null : 'trouble_worker';
    if (!reply.ok) return;
    records = new Map(reply.answer.map((run) => [run.id, run]));
    meanwhile.forEach(updateRecords);
    show();
  });

  function updateRecords(changes: RequestChanges): void {
    for (const run of changes.runs) records.set(run.id, run);
    for (const id of changes.removed) records.delete(id);
  }

  const noteSeen = coalesce(async () => {
    await worker('runs seen', {});
    await delay(seenIntervalMs);
  });

  /** Applies changes on disk; reads the runs again if `changes` is null. */
  function apply(changes: RequestChanges | null): void {
    noteChanges(changes);
    if (!changes) {
      void load();
      return;
    }
    changesMeanwhile?.push(changes);
    if (runs.value === null) return;
    updateRecords(changes);
    if (changes.runs.some(({ trouble }) => trouble)) void noteSeen();
    if (changes.runs.length + changes.removed.length > 0) show();
    else void search();
  }

  function watch(): () => void {
    const watching = new AbortController();
    const isSending = () => runs.value?.some(({ state, remainingCount }) => state === 'running' && remainingCount > 0);
    const timer = setInterval(() => {
      if (isSending() && !isHidden()) show();
    }, rateIntervalMs);
    onChange(async (topic, detail) => {
      if (topic !== 'requests') return;
      const changes = await readRequestChanges(detail);
      if (!watching.signal.aborted) apply(changes);
    }, watching.signal);
    void load();
    return () => {
      clearInterval(timer);
      watching.abort();
    };
  }

  return {
    runs,
    failures,
    waitingRequests,
    announcement,
    errorKey,
    watch,
    load,
    async set(id, state) {
      const { ok } = await worker('set run', { id, state });
      await load();
      if (!ok) errorKey.value = 'trouble_unchanged';
    },
    async retry(id) {
      const reply = await worker('retry run', { id });
      await load();
      if (!reply.ok) errorKey.value = 'trouble_unchanged';
      return reply.ok ? reply.answer : null;
    },
  };
}
