import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRuns, type RunsState } from '../../../../src/options/pins/runs/runs-state.ts';
import { viewOfRequest } from '../../../../src/pins/queue/request-view.ts';
import { newRun, type Run } from '../../../../src/pins/queue/run.ts';
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
