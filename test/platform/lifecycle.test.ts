import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { onAlarm, wakeAt } from '../../src/platform/lifecycle.ts';

let worker: { wakeAt: typeof wakeAt; onAlarm: typeof onAlarm };
let browser: typeof import('../fake-browser.ts').browser;
let create: MockInstance<typeof browser.alarms.create>;
let clear: MockInstance<typeof browser.alarms.clear>;
const due = vi.fn(async () => {});
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.resetModules();
  vi.doMock('../../src/platform/browser', () => import('../fake-browser.ts'));
  // A new worker knows nothing of the last one.
  ({ browser } = await import('../fake-browser.ts'));
  worker = await import('../../src/platform/lifecycle.ts');
  create = vi.spyOn(browser.alarms, 'create');
  clear = vi.spyOn(browser.alarms, 'clear');
  due.mockClear();
});
afterEach(() => vi.useRealTimers());

const set = () => create.mock.calls.map(([, { when }]) => when);

describe('the alarm', () => {
  it('is set for the time that is asked for, and a timer rings where Chrome would be too late', async () => {
    worker.wakeAt(1_005_000, due);
    expect(set()).toEqual([1_030_000]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(due).toHaveBeenCalledOnce();
  });

  it('is not set again for about the same time', () => {
    for (const at of [1_060_000, 1_060_500, 1_062_000]) worker.wakeAt(at, due);
    expect(set()).toEqual([1_060_000, 1_062_000]);
  });

  it('that has rung is set again, also by a clock that was set back', () => {
    worker.onAlarm(due);
    worker.wakeAt(1_060_000, due);
    browser.alarms.onAlarm.fire({ name: 'outbox' });
    worker.wakeAt(1_060_000, due);
    expect([due.mock.calls.length, set()]).toEqual([1, [1_060_000, 1_060_000]]);
  });

  it('that Chrome did not set is set again', async () => {
    create.mockRejectedValueOnce(new Error('no'));
    worker.wakeAt(1_060_000, due);
    await settled();
    worker.wakeAt(1_060_000, due);
    expect(set()).toHaveLength(2);
  });

  it('of an earlier worker is taken away where there is nothing to wait for, once', () => {
    worker.wakeAt(null, due);
    worker.wakeAt(null, due);
    expect(clear).toHaveBeenCalledOnce();
  });

  it('of another name is nobody’s', () => {
    worker.onAlarm(due);
    browser.alarms.onAlarm.fire({ name: 'other' });
    expect(due).not.toHaveBeenCalled();
  });
});
