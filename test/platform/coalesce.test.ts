import { expect, it, vi } from 'vitest';
import { coalesce } from '../../src/platform/coalesce.ts';

/** Creates coalesced work that takes some turns of the microtask queue, with counts of its runs. */
function createWork(turns = 3) {
  const counts = { running: 0, maxRunning: 0, started: 0 };
  const request = coalesce(async () => {
    counts.started += 1;
    counts.running += 1;
    counts.maxRunning = Math.max(counts.maxRunning, counts.running);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    counts.running -= 1;
  });
  return { request, counts };
}

it('work that is requested many times at once runs twice, one run after the other', async () => {
  const { request, counts } = createWork();
  await Promise.all([request(), request(), request()]);
  expect(counts).toMatchObject({ started: 2, maxRunning: 1 });
});

it('a request at any moment of a run is followed by a run of its own', async () => {
  for (let moment = 0; moment < 20; moment += 1) {
    const { request, counts } = createWork();
    void request();
    for (let turn = 0; turn < moment; turn += 1) await Promise.resolve();
    const startedBefore = counts.started;
    await request();
    const isDone = counts.started > startedBefore;
    expect({ moment, isDone, maxRunning: counts.maxRunning }).toEqual({ moment, isDone: true, maxRunning: 1 });
  }
});

it('work that failed can be requested again', async () => {
  const work = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(undefined);
  const request = coalesce(work);
  await expect(request()).rejects.toThrow('no');
  await request();
  expect(work).toHaveBeenCalledTimes(2);
});
