import { type ReadonlySignal, signal } from '@preact/signals';
import type { RequestView } from '../../pins/request-view';
import { leftOf, type Run } from '../../pins/run';
import { onChange } from '../../platform/changes';
import { now } from '../../platform/clock';
import type { MessageKey } from '../../platform/words';
import { worker } from '../../ui/worker';
import { firstFailures, firstWaiting } from './first-failures';
import { rateOf, type Sample, withSample } from './run-meter';

/** A run as it is shown. */
export interface RunView extends Run {
  left: number;
  /** Requests a second; null where it is not known. */
  rate: number | null;
  /** Whether other runs try again all that failed in it. */
  isRetried: boolean;
}

export interface RunsState {
  /** Newest first; null until they are known. */
  runs: ReadonlySignal<readonly RunView[] | null>;
  /** What failed first, by run. */
  failures: ReadonlySignal<Readonly<Record<string, readonly RequestView[]>>>;
  /** What a run that has come to a halt waits with, by run. */
  waiting: ReadonlySignal<Readonly<Record<string, RequestView | null>>>;
  trouble: ReadonlySignal<MessageKey | null>;
  /** Keeps all of it fresh until the function that it gives is called. */
  watch(): () => void;
  load(): Promise<void>;
  set(id: string, state: 'running' | 'paused' | 'cancelled'): Promise<void>;
  /** Tries what failed in a run again, in a new one; gives how many requests that are, null where nobody knows. */
  retry(id: string): Promise<number | null>;
}

/** Between two looks in ms, however much changes; and where nothing changes, as the rate does. */
const rest = { changing: 400, still: 1_000, halted: 4_000 };

export function openRuns(): RunsState {
  const runs = signal<readonly RunView[] | null>(null);
  const failures = signal<Readonly<Record<string, readonly RequestView[]>>>({});
  const waiting = signal<Readonly<Record<string, RequestView | null>>>({});
  const trouble = signal<MessageKey | null>(null);
  const samples = new Map<string, Sample[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searching = false;
  let askedAt = 0;

  function viewOf(run: Run, _at: number, all: readonly Run[]): RunView {
    const left = leftOf(run);
    const retries = all.filter(({ retryOf, state }) => retryOf === run.id && state !== 'cancelled');
    const retried = retries.reduce((sum, { total }) => sum + total, 0);
    const isRetried = retried > 0 && retried >= run.failed;
    if (run.state !== 'running' || left === 0) {
      samples.delete(run.id);
      return { ...run, left, isRetried, rate: null };
    }
    const known = withSample(samples.get(run.id) ?? [], { at: now(), done: run.total - left });
    samples.set(run.id, known);
    return { ...run, left, isRetried, rate: rateOf(known) };
  }

  /** One run at a time: each may be long. */
  async function search(): Promise<void> {
    if (searching) return;
    searching = true;
    const lacks = runs.value?.find(({ id, failed }) => firstFailures.lacks(failed, failures.value[id]));
    if (lacks) failures.value = { ...failures.value, [lacks.id]: await firstFailures.of(lacks.id).catch(() => []) };
    const halted = runs.value?.filter(({ rate }) => rate === 0) ?? [];
    if (halted.length === 0) waiting.value = {};
    else if (Math.abs(now() - askedAt) >= rest.halted) {
      askedAt = now();
      const found: Record<string, RequestView | null> = {};
      for (const { id } of halted) found[id] = await firstWaiting(id).catch(() => null);
      waiting.value = found;
    }
    searching = false;
  }

  async function load(): Promise<void> {
    const reply = await worker('runs', {});
    trouble.value = reply.ok ? null : 'trouble_worker';
    if (!reply.ok) return;
    runs.value = reply.answer.map(viewOf);
    void search();
  }

  return {
    runs,
    failures,
    waiting,
    trouble,
    load,
    watch() {
      const ended = new AbortController();
      const again = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(look, ms);
      };
      let lookedAt = 0;
      async function look(): Promise<void> {
        lookedAt = now();
        await load();
        if (!ended.signal.aborted && runs.value?.some(({ state, left }) => state === 'running' && left > 0))
          again(rest.still);
      }
      onChange((subject) => {
        if (subject === 'requests') again(Math.max(0, lookedAt + rest.changing - now()));
      }, ended.signal);
      void look();
      return () => {
        clearTimeout(timer);
        ended.abort();
      };
    },
    async set(id, state) {
      const { ok } = await worker('set run', { id, state });
      await load();
      if (!ok) trouble.value = 'trouble_unchanged';
    },
    async retry(id) {
      const reply = await worker('retry run', { id });
      await load();
      if (!reply.ok) trouble.value = 'trouble_unchanged';
      return reply.ok ? reply.answer : null;
    },
  };
}
