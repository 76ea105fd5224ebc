import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';

let worker: typeof import('../../src/platform/alarms.ts');
let browser: typeof import('../fake-browser.ts').browser;
let create: MockInstance<typeof browser.alarms.create>;
let clear: MockInstance<typeof browser.alarms.clear>;
const onQueue = vi.fn(async () => {});
const onBoard = vi.fn(async () => {});
const settled = () => vi.advanceTimersByTimeAsync(0);

/** A worker that knows nothing of an earlier one. */
beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.resetModules();
  vi.doMock('../../src/platform/browser', () => import('../fake-browser.ts'));
  ({ browser } = await import('../fake-browser.ts'));
  worker = await import('../../src/platform/alarms.ts');
  create = vi.spyOn(browser.alarms, 'create');
  clear = vi.spyOn(browser.alarms, 'clear');
  onQueue.mockClear();
  onBoard.mockClear();
  worker.onAlarm('queue', onQueue);
});
afterEach(() => vi.useRealTimers());

/** The alarms that were set, in order: name and time. */
const alarmsSet = () => create.mock.calls.map(([name, { when }]) => [name, when]);

describe('an alarm', () => {
  it('an alarm is set for 30 s ahead at the soonest, and a timer rings before it', async () => {
    worker.setAlarm('queue', 1_005_000);
    expect(alarmsSet()).toEqual([['queue', 1_030_000]]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onQueue).toHaveBeenCalledOnce();
  });

  it('an alarm that is further ahead has no timer besides', async () => {
    worker.setAlarm('queue', 1_060_000);
    expect(alarmsSet()).toEqual([['queue', 1_060_000]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onQueue).not.toHaveBeenCalled();
  });

  it('an alarm that is set again for later loses its earlier timer', async () => {
    worker.setAlarm('queue', 1_005_000);
    worker.setAlarm('queue', 1_060_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(onQueue).not.toHaveBeenCalled();
  });

  it('an alarm is not set again for about the same time', () => {
    for (const at of [1_060_000, 1_060_500, 1_062_000]) worker.setAlarm('queue', at);
    expect(alarmsSet()).toEqual([
      ['queue', 1_060_000],
      ['queue', 1_062_000],
    ]);
  });

  it('an alarm that has rung is set again, also by a clock that was set back', () => {
    worker.setAlarm('queue', 1_060_000);
    browser.alarms.onAlarm.fire({ name: 'queue' });
    worker.setAlarm('queue', 1_060_000);
    expect(onQueue).toHaveBeenCalledOnce();
    expect(alarmsSet()).toHaveLength(2);
  });

  it('an alarm that Chrome did not set is set again', async () => {
    create.mockRejectedValueOnce(new Error('no'));
    worker.setAlarm('queue', 1_060_000);
    await settled();
    worker.setAlarm('queue', 1_060_000);
    expect(alarmsSet()).toHaveLength(2);
  });

  it('an alarm of an earlier worker is cleared once if there is nothing to wait for', () => {
    worker.setAlarm('queue', null);
    worker.setAlarm('queue', null);
    expect(clear).toHaveBeenCalledExactlyOnceWith('queue');
  });

  it('an alarm that nobody listens to calls no other job', () => {
    browser.alarms.onAlarm.fire({ name: 'other' });
    expect(onQueue).not.toHaveBeenCalled();
  });
});

describe('two jobs', () => {
  beforeEach(() => worker.onAlarm('board', onBoard));

  it('two jobs ring each at its own time', async () => {
    worker.setAlarm('queue', 1_005_000);
    worker.setAlarm('board', 1_010_000);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([onQueue.mock.calls.length, onBoard.mock.calls.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([onQueue.mock.calls.length, onBoard.mock.calls.length]).toEqual([1, 1]);
  });

  it('two jobs have an alarm each, and one that is cleared leaves the other', async () => {
    worker.setAlarm('board', 1_005_000);
    worker.setAlarm('queue', 1_060_000);
    worker.setAlarm('queue', null);
    expect(alarmsSet()).toEqual([
      ['board', 1_030_000],
      ['queue', 1_060_000],
    ]);
    expect(clear).toHaveBeenCalledExactlyOnceWith('queue');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onBoard).toHaveBeenCalledOnce();
  });

  it('two jobs are each told of their own alarm alone', () => {
    browser.alarms.onAlarm.fire({ name: 'board' });
    expect([onQueue.mock.calls.length, onBoard.mock.calls.length]).toEqual([0, 1]);
  });
});
