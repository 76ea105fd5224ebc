import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { throttle } from '../../src/platform/throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const intervalMs = 250;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Creates throttled work that takes some time, with the times at which it began. */
function createWork(durationMs = 0) {
  const startedAt = Date.now();
  const beganAt: number[] = [];
  const call = throttle(async () => {
    beganAt.push(Date.now() - startedAt);
    if (durationMs > 0) await new Promise((resolve) => setTimeout(resolve, durationMs));
  }, intervalMs);
  return { call, beganAt };
}

it('the first call of throttled work runs at once, and later ones share a run when the interval is over', async () => {
  const { call, beganAt } = createWork();
  for (const pauseMs of [0, 10, 10, 100]) {
    await pass(pauseMs);
    void call();
  }
  await pass(1_000);
  expect(beganAt).toEqual([0, 250]);
  void call();
  expect(beganAt).toHaveLength(3);
});

it('an urgent call of throttled work does not wait for the end of the interval, and the next call does', async () => {
  const { call, beganAt } = createWork();
  void call();
  await pass(20);
  void call(true);
  await pass(10);
  void call();
  await pass(1_000);
  expect(beganAt).toEqual([0, 20, 270]);
});

it('an urgent call during throttled work runs right after it', async () => {
  const { call, beganAt } = createWork(40);
  void call();
  await pass(20);
  void call(true);
  await pass(1_000);
  expect(beganAt).toEqual([0, 40]);
});

it('throttled work begins after every call, and seldom enough, whenever the calls come', async () => {
  const moments = fc.array(fc.nat(400), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(moments, fc.nat(300), async (pauses, durationMs) => {
      const { call, beganAt } = createWork(durationMs);
      const startedAt = Date.now();
      for (const pauseMs of pauses) {
        await pass(pauseMs);
        void call();
      }
      const lastCallAt = Date.now() - startedAt;
      await pass(2_000);
      expect(beganAt.at(-1)).toBeGreaterThanOrEqual(lastCallAt);
      const gaps = beganAt.slice(1).map((at, index) => at - (beganAt[index] ?? 0));
      expect(Math.min(intervalMs, ...gaps)).toBe(intervalMs);
    }),
    { numRuns: 100 },
  );
});
