import { type ReadonlySignal, signal } from '@preact/signals';
import type { RequestView } from '../../../pins/queue/request-view';
import { onChange } from '../../../platform/changes';
import { now } from '../../../platform/clock';
import { coalesce } from '../../../platform/coalesce';
import { worker } from '../../../ui/worker';
import type { MessageKey } from '../../../words/t';
import { lacksFailures, loadFirstFailures, loadFirstWaiting } from './first-failures';
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

/** The minimum time between two loads, in ms, however much changes. */
const minIntervalMs = 400;
/** The time between two loads while a run is sending, in ms. Its rate changes even if nothing else does. */
const rateIntervalMs = 1_000;
/** The minimum time between two searches for waiting requests, in ms. */
const waitingIntervalMs = 4_000;

export function createRuns(): RunsState {
  const runs = signal<readonly RunView[] | null>(null);
  const failures = signal<Readonly<Record<string, readonly RequestView[]>>>({});
  const waitingRequests = signal<Readonly<Record<string, RequestView | null>>>({});
  const announcement = signal('');
  const errorKey = signal<MessageKey | null>(null);
  const viewsOf = createRunViews();
  let searchedAt = 0;

  /** Loads failures of one run at a time, since a run may be long. */
  async function searchFailures(): Promise<void> {
    const run = runs.value?.find(({ id, failed }) => lacksFailures(failed, failures.value[id]));
    if (!run) return;
    const loaded = await loadFirstFailures(run.id).catch(() => []);
    failures.value = { ...failures.value, [run.id]: loaded };
  }

  async function searchWaiting(): Promise<void> {
    const halted = runs.value?.filter(({ ratePerSecond }) => ratePerSecond === 0) ?? [];
    if (halted.length === 0) waitingRequests.value = {};
    else if (Math.abs(now() - searchedAt) >= waitingIntervalMs) {
      searchedAt = now();
      const loaded: Record<string, RequestView | null> = {};
      for (const { id } of halted) loaded[id] = await loadFirstWaiting(id).catch(() => null);
      waitingRequests.value = loaded;
    }
  }

  const search = coalesce(async () => {
    await searchFailures();
    await searchWaiting();
  });

  async function load(): Promise<void> {
    const reply = await worker('runs', {});
    errorKey.value = reply.ok ? null : 'trouble_worker';
    if (!reply.ok) return;
    const views = viewsOf(reply.answer);
    announcement.value = describeStageChanges(runs.value ?? [], views) || announcement.value;
    runs.value = views;
    void search();
  }

  function watch(): () => void {
    const watching = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let loadedAt = 0;

    function schedule(delayMs: number): void {
      clearTimeout(timer);
      timer = setTimeout(loadAndSchedule, delayMs);
    }
    async function loadAndSchedule(): Promise<void> {
      loadedAt = now();
      await load();
      const isSending = runs.value?.some(({ state, remainingCount }) => state === 'running' && remainingCount > 0);
      if (isSending && !watching.signal.aborted) schedule(rateIntervalMs);
    }

    onChange((subject) => {
      if (subject === 'requests') schedule(Math.max(0, loadedAt + minIntervalMs - now()));
    }, watching.signal);
    void loadAndSchedule();
    return () => {
      clearTimeout(timer);
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
