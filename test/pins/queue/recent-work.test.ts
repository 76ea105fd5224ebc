import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createRecentWork, type Work } from '../../../src/pins/queue/recent-work.ts';
import { createRequestQueries } from '../../../src/pins/queue/request-queries.ts';
import { isOpen } from '../../../src/pins/queue/request-states.ts';
import { newRun, remainingCountOf } from '../../../src/pins/queue/run.ts';
import { type PinsDisk, type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { makeRequest } from '../make-request.ts';
import { createMemoryDisk } from './memory-disk.ts';

const runWith = (id: string, sequence: number, open: number) => ({
  ...newRun({ id, name: '', createdAt: 1, sequence }),
  total: open,
});
const request = (sequence: number, isSettled: boolean, parts: Parameters<typeof makeRequest>[0] = {}) =>
  makeRequest({
    id: `r${sequence}`,
    sequence,
    ...(isSettled ? { state: 'settled', settledAt: 1, outcome: { kind: 'accepted', receipt: null } } : {}),
    ...parts,
  });

function createWorld() {
  let load = () => queries.work();
  const work = createRecentWork(() => load());
  const disk: PinsDisk = createMemoryDisk<StoredRows>(storeGuards, (written) => void work.follow(written));
  const queries = createRequestQueries(
    disk,
    () => true,
    () => 1,
  );
  const setLoad = (other: typeof load) => {
    load = other;
  };
  return { work, disk, queries, setLoad };
}

/** Returns what the toolbar has to show, counted over everything on disk. */
const counted = (disk: PinsDisk): Promise<Work> =>
  disk.read(async (stores) => {
    const requests = (await stores.requests.all()).filter(({ run }) => run === '');
    const runs = (await stores.runs.all()).sort((a, b) => b.sequence - a.sequence);
    return {
      latest: requests.sort((a, b) => b.sequence - a.sequence).slice(0, 200),
      openCount: requests.filter(isOpen).length + runs.reduce((sum, run) => sum + remainingCountOf(run), 0),
      runs: runs.filter((run) => remainingCountOf(run) > 0 || run.trouble),
    };
  });

it('the work in memory is what is on disk, whatever is written before, during and after it is read', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('request' as const),
      isAwaited: fc.boolean(),
      sequence: fc.integer({ min: 1, max: 260 }),
      isSettled: fc.boolean(),
      run: fc.constantFrom('', '', 'run'),
    }),
    fc.record({
      ...{ kind: fc.constant('run' as const), isAwaited: fc.boolean() },
      ...{ sequence: fc.integer({ min: 1, max: 4 }), open: fc.nat(3) },
    }),
    fc.record({
      ...{ kind: fc.constant('remove' as const), isAwaited: fc.boolean() },
      sequence: fc.integer({ min: 1, max: 260 }),
    }),
    fc.record({ kind: fc.constant('read' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(250), fc.array(step, { maxLength: 40 }), async (count, steps) => {
      const { work, disk } = createWorld();
      await disk.write(async ({ requests }) => {
        for (let n = 1; n <= count; n += 1) requests.put(request(n, n % 3 > 0));
      });
      const underWay: Promise<unknown>[] = [];
      for (const each of steps) {
        if (each.kind === 'read') underWay.push(work.read());
        else {
          // A request of a run has another id, because no request moves between gestures and runs.
          const write = disk.write(async ({ requests, runs }) => {
            if (each.kind === 'remove') requests.remove(`r${each.sequence}`);
            else if (each.kind === 'run') runs.put(runWith(`run${each.sequence}`, each.sequence, each.open));
            else if (each.run === '') requests.put(request(each.sequence, each.isSettled));
            else requests.put(request(each.sequence, each.isSettled, { id: `of-run-${each.sequence}`, run: each.run }));
          });
          underWay.push(write);
          if (each.isAwaited) await write;
        }
      }
      await Promise.all(underWay);
      expect(await work.read()).toEqual(await counted(disk));
    }),
    { numRuns: 60 },
  );
});

it('rows that are written while the disk is read are not lost', async () => {
  const { work, disk, queries, setLoad } = createWorld();
  let answer = () => {};
  setLoad(async () => {
    const rows = await queries.work();
    await new Promise<void>((resolve) => (answer = resolve));
    return rows;
  });
  const reading = work.read();
  await queries.work();
  await disk.write(async ({ requests }) => requests.put(request(1, false)));
  answer();
  expect(await reading).toMatchObject({ openCount: 1 });
});

it('the work is read from the disk once, however much is written', async () => {
  const { work, disk, queries, setLoad } = createWorld();
  const load = vi.fn(queries.work);
  setLoad(load);
  for (let n = 1; n <= 300; n += 1) {
    await disk.write(async ({ requests }) => requests.put(request(n, n > 100)));
    await work.read();
  }
  expect(load).toHaveBeenCalledOnce();
});

it('the work is read from the disk again after a failure', async () => {
  const { work, queries, setLoad } = createWorld();
  setLoad(() => Promise.reject(new Error('disk')));
  await expect(work.read()).rejects.toThrow('disk');
  setLoad(queries.work);
  expect(await work.read()).toEqual({ latest: [], openCount: 0, runs: [] });
});

it('a request of a gesture is shown at once, one of a run or of a long list is not', async () => {
  const { work } = createWorld();
  await work.read();
  const write = (...requests: ReturnType<typeof makeRequest>[]) =>
    work.follow({ requests: new Map(requests.map((each) => [each.id, each])) });
  expect(write(request(1, false))).toBe(true);
  expect(write(request(2, false, { run: 'run' }))).toBe(false);
  write(...Array.from({ length: 10 }, (_, n) => request(n + 10, false)));
  await work.read();
  expect(write(request(10, true))).toBe(false);
});
