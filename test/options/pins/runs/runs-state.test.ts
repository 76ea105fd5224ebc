import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRuns, type RunsState } from '../../../../src/options/pins/runs/runs-state.ts';
import { changeOf } from '../../../../src/pins/queue/collect-changes.ts';
import type { RequestChanges } from '../../../../src/pins/queue/request-changes.ts';
import { viewOfRequest } from '../../../../src/pins/queue/request-view.ts';
import { newRun, type Run } from '../../../../src/pins/queue/run.ts';
import { announce } from '../../../../src/platform/changes.ts';
import { failure } from '../../../../src/providers/index.ts';
import { browser } from '../../../fake-browser.ts';
import { makeRequest } from '../../../pins/make-request.ts';

vi.mock('../../../../src/platform/browser', () => import('../../../fake-browser.ts'));

const makeRun = (id: string, parts: Partial<Run> = {}): Run => ({
  ...newRun({ id, name: '', createdAt: 1, sequence: 1 }),
  ...{ state: 'running', total: 10 },
  ...parts,
});

let all: Run[];
let runs: RunsState;
beforeEach(() => {
  vi.useFakeTimers();
  runs = createRuns();
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { intent, input } = message as { intent: string; input: { id: string; after: number } };
    if (intent === 'runs') return { ok: true, answer: all };
    const waiting = viewOfRequest(makeRequest({ id: input.id, run: input.id }), {
      reason: 'unauthorized',
      until: null,
    });
    return { ok: true, answer: input.after === 0 ? [waiting] : [] };
  });
});
afterEach(() => void vi.useRealTimers());

async function look(): Promise<void> {
  await runs.load();
  await vi.advanceTimersByTimeAsync(5_000);
}

describe('the runs', () => {
  it('each run that sends nothing has a request that says what it waits for', async () => {
    all = [makeRun('one'), makeRun('two'), makeRun('paused', { state: 'paused' })];
    await look();
    await look();
    const { one, two, ...others } = runs.waitingRequests.value;
    expect([one?.run, two?.run, others]).toEqual(['one', 'two', {}]);
  });

  it.each<[what: string, retry: Partial<Run> | null, isRetried: boolean]>([
    ['in no other run', null, false],
    ['in a run that was discarded', { state: 'cancelled' }, false],
    ['before more of it failed', { total: 2 }, false],
    ['all in another run', { total: 3 }, true],
  ])('a run is retried when all its failed requests are: %s', async (_what, retry, isRetried) => {
    all = [
      makeRun('list', { failed: 3 }),
      ...(retry ? [makeRun('retry', { total: 3, retryOf: 'list', ...retry })] : []),
    ];
    await look();
    expect(runs.runs.value?.find(({ id }) => id === 'list')?.isRetried).toBe(isRetried);
  });

  it('the end of a run is announced, also while other runs go on', async () => {
    all = [makeRun('list', { name: 'august.csv', accepted: 5 }), makeRun('other')];
    await look();
    expect(runs.announcement.value).toBe('');
    all = [makeRun('list', { name: 'august.csv', accepted: 7, failed: 2, dropped: 1 }), makeRun('other')];
    await look();
    const announced = 'august.csv: Finished. 7 done, 0 waiting, 2 failed, 1 cancelled or replaced.';
    expect(runs.announcement.value).toBe(announced);
    await look();
    expect(runs.announcement.value).toBe(announced);
  });

  it('a run that is new to the page is not announced', async () => {
    all = [];
    await look();
    all = [makeRun('list', { accepted: 10 })];
    await look();
    expect(runs.announcement.value).toBe('');
  });
});

/** Sends changes to the page as the worker does. */
async function tell(changes: Partial<RequestChanges> | undefined): Promise<void> {
  const nothing = { requests: [], runs: [], removed: [], gates: [] };
  announce('requests', changes && { ...nothing, ...changes });
  // The channel delivers outside the fake clock.
  await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(0);
}
const intentsSent = () =>
  vi.mocked(browser.runtime.sendMessage).mock.calls.map(([message]) => (message as { intent: string }).intent);
const failedRequest = (id: string, sequence: number) =>
  makeRequest({
    ...{ id, sequence, run: 'list', state: 'settled', settledAt: 1, outcome: failure('rejected', 'not-found') },
  });

describe('the runs on an open page', () => {
  let stop: () => void;
  const rows = new Map<string, ReturnType<typeof makeRequest>>();
  beforeEach(async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date'] });
    rows.clear();
    vi.mocked(browser.runtime.sendMessage).mockClear();
    vi.mocked(browser.runtime.sendMessage).mockImplementation(async (message) => {
      const { intent, input } = message as { intent: string; input: { ids: string[]; id: string; after: number } };
      const viewsOf = (all: ReturnType<typeof makeRequest>[]) => all.map((row) => viewOfRequest(row));
      if (intent === 'runs') return { ok: true, answer: all };
      if (intent === 'requests') {
        return { ok: true, answer: { latest: [], followed: viewsOf(input.ids.flatMap((id) => rows.get(id) ?? [])) } };
      }
      const later = [...rows.values()].filter(({ run, sequence }) => run === input.id && sequence > input.after);
      return { ok: true, answer: viewsOf(later) };
    });
    all = [makeRun('list', { total: 1_000 }), makeRun('old', { total: 3, accepted: 3 })];
    stop = runs.watch();
    await vi.waitFor(() => expect(runs.runs.value).not.toBeNull());
    vi.mocked(browser.runtime.sendMessage).mockClear();
  });
  afterEach(() => stop());

  it('1 000 requests that end are shown without asking the worker, and old runs are left as they are', async () => {
    const old = runs.runs.value?.find(({ id }) => id === 'old');
    for (let accepted = 25; accepted <= 1_000; accepted += 25) {
      await tell({ runs: [makeRun('list', { total: 1_000, accepted })] });
      await vi.waitFor(() => expect(runs.runs.value?.find(({ id }) => id === 'list')?.accepted).toBe(accepted));
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(intentsSent()).toEqual([]);
    expect(runs.runs.value?.find(({ id }) => id === 'old')).toBe(old);
    expect(runs.announcement.value).toContain('Finished');
  });

  it('the failures that are shown are read by their ids, and no more than are shown', async () => {
    for (let failed = 1; failed <= 20; failed += 1) {
      const row = failedRequest(`f${failed}`, failed);
      rows.set(row.id, row);
      await tell({ runs: [makeRun('list', { total: 1_000, failed })], requests: [changeOf(row)] });
      await vi.waitFor(() => expect(runs.failures.value.list?.length).toBe(Math.min(5, failed)));
    }
    expect(runs.failures.value.list?.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3', 'f4', 'f5']);
    expect(intentsSent()).toEqual(Array.from({ length: 5 }, () => 'requests'));
  });

  it('a run that sends nothing is searched once, and again when something changes that it may wait for', async () => {
    await vi.advanceTimersByTimeAsync(12_000);
    expect(intentsSent()).toEqual(['run results']);
    await tell({ runs: [makeRun('old', { total: 3, accepted: 3 })] });
    expect(intentsSent()).toHaveLength(1);
    await tell({ gates: ['support'] });
    await vi.waitFor(() => expect(intentsSent()).toEqual(['run results', 'run results']));
  });

  it('failures of a run are marked as seen while the page is open', async () => {
    const trouble = { accountName: 'Support', providerId: 'z-api', outcome: failure('rejected', 'not-found') };
    for (let failed = 1; failed <= 4; failed += 1) await tell({ runs: [makeRun('list', { trouble })] });
    await vi.waitFor(() => expect(intentsSent()).toEqual(['runs seen']));
  });

  it('all runs are read again if more has changed than a message holds', async () => {
    all = [makeRun('new')];
    await tell(undefined);
    await vi.waitFor(() => expect(runs.runs.value?.map(({ id }) => id)).toEqual(['new']));
    expect(intentsSent()).toEqual(['runs']);
  });

  it('changes that come while the runs are read are not lost', async () => {
    let answer: (reply: unknown) => void = () => {};
    vi.mocked(browser.runtime.sendMessage).mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const loaded = runs.load();
    await tell({ runs: [makeRun('list', { total: 1_000, accepted: 7 })] });
    await vi.waitFor(() => expect(runs.runs.value?.find(({ id }) => id === 'list')?.accepted).toBe(7));
    answer({ ok: true, answer: all });
    await loaded;
    expect(runs.runs.value?.find(({ id }) => id === 'list')?.accepted).toBe(7);
  });

  it('a run that was removed disappears', async () => {
    await tell({ removed: ['old'] });
    await vi.waitFor(() => expect(runs.runs.value?.map(({ id }) => id)).toEqual(['list']));
  });
});
