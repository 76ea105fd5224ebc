import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pin } from '../../../src/pins/board/pin.ts';
import { createHousekeeping } from '../../../src/pins/queue/housekeeping.ts';
import { identify } from '../../../src/pins/queue/message-key.ts';
import { maxKeptRequests } from '../../../src/pins/queue/prune.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { newRun, type Run } from '../../../src/pins/queue/run.ts';
import { type PinsDisk, type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { makeRequest, makeWish } from '../make-request.ts';

import { createMemoryDisk } from './memory-disk.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const dayMs = 24 * 60 * 60_000;
const now = 1_000 * dayMs;
const accepted: Outcome = { kind: 'accepted', receipt: null };
const rejected = failure('rejected', 'invalid');

/** Returns a request that ended so many days ago, about a message of its own. */
const makeEnded = (id: string, daysAgo: number, parts: Partial<PinRequest> = {}): PinRequest =>
  makeRequest({
    id,
    address: { messageId: id, chat: '5511999999999' },
    state: 'settled',
    settledAt: now - daysAgo * dayMs,
    outcome: accepted,
    seen: true,
    ...parts,
  });
const keyOf = (id: string): string =>
  identify(makeWish({ address: { messageId: id, chat: '5511999999999' } })).messageKey;
const makePin = (id: string, parts: Partial<Pin> = {}): Pin => ({
  id: keyOf(id),
  accountId: 'support',
  providerId: 'z-api',
  address: { messageId: id, chat: '5511999999999' },
  label: '',
  state: 'pinned',
  pinnedAt: now - 91 * dayMs,
  expiresAt: now - 61 * dayMs,
  confirmedAt: null,
  keep: false,
  ...parts,
});
const makeRun = (parts: Partial<Run> = {}): Run => ({
  ...newRun({ id: 'run', name: '', createdAt: now - 99 * dayMs, sequence: 9, retryOf: null }),
  state: 'running',
  total: 1,
  accepted: 1,
  lastEndedAt: now - 91 * dayMs,
  ...parts,
});

interface Rows {
  requests: PinRequest[];
  pins?: Pin[];
  runs?: Run[];
}

/** Writes rows, where each request is the newest for its message, unless a later one names it as the previous one. */
const write = (disk: PinsDisk, { requests, pins = [], runs = [] }: Rows) =>
  disk.write(async (stores) => {
    for (const request of requests) stores.requests.put(request);
    for (const { messageKey, id } of requests) stores.newest.put({ id: messageKey, requestId: id });
    for (const pin of pins) stores.pins.put(pin);
    for (const run of runs) stores.runs.put(run);
  });

/** Does all of the housekeeping of one worker. Returns the number of pieces. */
async function prune(disk: PinsDisk, at = now): Promise<number> {
  const { doSome } = createHousekeeping({ disk, now: () => at, deleteAccount: async () => {} });
  let count = 1;
  while (await doSome()) count += 1;
  return count;
}

const idsOf = (disk: PinsDisk) =>
  disk.read(async ({ requests, runs, newest, pins }) => ({
    requests: (await requests.all()).map(({ id }) => id),
    runs: (await runs.all()).map(({ id }) => id),
    newest: (await newest.all()).map(({ requestId }) => requestId),
    pins: (await pins.all()).map(({ id }) => id),
  }));

describe('pruning', () => {
  let disk: PinsDisk;
  beforeEach(() => {
    disk = createMemoryDisk<StoredRows>(storeGuards);
  });

  const run = 'run';
  const second = { ...makeEnded('r', 91, { id: 'r2' }), previousId: 'r' };
  it.each<[isKept: 'keeps' | 'removes', what: string, rows: Rows]>([
    ['removes', 'what was accepted 91 days ago', { requests: [makeEnded('r', 91)] }],
    [
      'removes',
      'what was cancelled 91 days ago',
      { requests: [makeEnded('r', 91, { state: 'cancelled', outcome: null })] },
    ],
    [
      'removes',
      'what was replaced 91 days ago',
      { requests: [makeEnded('r', 91, { state: 'replaced', outcome: null })] },
    ],
    ['removes', 'a failure of 91 days ago that was seen', { requests: [makeEnded('r', 91, { outcome: rejected })] }],
    ['keeps', 'what was accepted 89 days ago', { requests: [makeEnded('r', 89)] }],
    [
      'keeps',
      'a failure that the user has not seen',
      { requests: [makeEnded('r', 91, { outcome: rejected, seen: false })] },
    ],
    ['keeps', 'what is queued', { requests: [makeRequest({ id: 'r', createdAt: 1 })] }],
    ['keeps', 'what waits for another try', { requests: [makeRequest({ id: 'r', state: 'waiting', dueAt: 1 })] }],
    ['keeps', 'what is being sent', { requests: [makeRequest({ id: 'r', state: 'sending', callStartedAt: 1 })] }],
    [
      'keeps',
      'the newest request for a message whose pin still lasts',
      { requests: [makeEnded('r', 91)], pins: [makePin('r', { expiresAt: now + 1 })] },
    ],
    [
      'removes',
      'the newest request for a pin that has expired',
      { requests: [makeEnded('r', 91)], pins: [makePin('r')] },
    ],
    [
      'removes',
      'the newest request for a message that was unpinned',
      { requests: [makeEnded('r', 91)], pins: [makePin('r', { state: 'unpinned', pinnedAt: null, expiresAt: null })] },
    ],
    [
      'removes',
      'a request that nobody answered 91 days ago: no pin lasts that long',
      { requests: [makeEnded('r', 91)], pins: [makePin('r', { state: 'unknown', pinnedAt: null, expiresAt: null })] },
    ],
    [
      'keeps',
      'a request of a run that has not ended',
      { requests: [makeEnded('r', 91, { run })], runs: [makeRun({ total: 2 })] },
    ],
    [
      'keeps',
      'a request of a run whose last request ended 89 days ago',
      { requests: [makeEnded('r', 91, { run })], runs: [makeRun({ lastEndedAt: now - 89 * dayMs })] },
    ],
    [
      'keeps',
      'a request of a run whose failure the user has not seen',
      {
        requests: [makeEnded('r', 91, { run })],
        runs: [makeRun({ trouble: { accountName: 'Support', providerId: 'z-api', outcome: rejected } })],
      },
    ],
    [
      'keeps',
      'a request of a run that is still loading',
      { requests: [makeEnded('r', 91, { run })], runs: [makeRun({ state: 'loading' })] },
    ],
    [
      'removes',
      'a request of a run that ended 91 days ago, with the run',
      { requests: [makeEnded('r', 91, { run })], runs: [makeRun()] },
    ],
    [
      'removes',
      'an unseen failure of a run whose failures were looked at',
      {
        requests: [makeEnded('r', 91, { run, outcome: rejected, seen: false })],
        runs: [makeRun({ accepted: 0, failed: 1 })],
      },
    ],
    [
      'removes',
      'a run without requests that was begun 91 days ago',
      { requests: [], runs: [makeRun({ total: 0, accepted: 0, lastEndedAt: null })] },
    ],
  ])('pruning %s %s', async (isKept, _what, rows) => {
    await write(disk, rows);
    const before = await idsOf(disk);
    await prune(disk);
    const empty = { requests: [], runs: [], newest: [], pins: [] };
    expect(await idsOf(disk)).toEqual(isKept === 'keeps' ? before : empty);
  });

  it('pruning keeps a request as long as an earlier one for its message is kept', async () => {
    const open = makeRequest({ id: 'r', address: { messageId: 'r', chat: '5511999999999' } });
    await write(disk, { requests: [open, second] });
    await prune(disk);
    expect(await idsOf(disk)).toMatchObject({ requests: ['r', 'r2'], newest: ['r2'] });
  });

  it('pruning removes a message from its oldest request on, and keeps its newest one for a pin that lasts', async () => {
    const pins = [makePin('r', { expiresAt: now + 1 })];
    await write(disk, { requests: [makeEnded('r', 92), second], pins });
    await prune(disk);
    expect(await idsOf(disk)).toMatchObject({ requests: ['r2'], newest: ['r2'], pins: [keyOf('r')] });
  });

  it('pruning keeps a pin row that the user has named, or wants to keep pinned', async () => {
    const requests = ['r', 's'].map((id) => makeEnded(id, 91));
    await write(disk, { requests, pins: [makePin('r', { label: 'Rules' }), makePin('s', { keep: true })] });
    await prune(disk);
    expect(await idsOf(disk)).toMatchObject({ requests: [], newest: [], pins: [keyOf('r'), keyOf('s')] });
  });

  it('pruning removes the other names of a message with its last request, and those of no other message', async () => {
    await write(disk, { requests: [makeEnded('r', 91)] });
    const alias = { messageId: 'r', chat: null };
    await disk.write(async ({ aliases }) => {
      aliases.put({ id: 'support\nqueue-id', ...alias });
      aliases.put({ id: 'other\nqueue-id', ...alias });
      aliases.put({ id: 'support\n1@lid', messageId: null, chat: '5511999999999@c.us' });
    });
    await prune(disk);
    const remaining = (await disk.read(({ aliases }) => aliases.all())).map(({ id }) => id);
    expect(remaining).toEqual(['other\nqueue-id', 'support\n1@lid']);
  });

  it('pruning is done once a day at most, however many workers start', async () => {
    await prune(disk);
    await write(disk, { requests: [makeEnded('r', 91)] });
    await prune(disk, now + dayMs - 1);
    expect((await idsOf(disk)).requests).toEqual(['r']);
    await prune(disk, now + dayMs);
    expect((await idsOf(disk)).requests).toEqual([]);
  });

  it('pruning that was noted by a clock that has been set back since does not wait for that time', async () => {
    await prune(disk, now + 900 * dayMs);
    await write(disk, { requests: [makeEnded('r', 91)] });
    await prune(disk);
    expect((await idsOf(disk)).requests).toEqual([]);
  });

  it('pruning that the disk refuses leaves the rest to another worker, and throws nothing', async () => {
    await write(disk, { requests: [makeEnded('r', 91)] });
    const refusing = { ...disk, writeRelaxed: () => Promise.reject(new DOMException('', 'QuotaExceededError')) };
    expect(await prune(refusing)).toBe(1);
    await prune(disk);
    expect((await idsOf(disk)).requests).toEqual([]);
  });
});

it('of 12 000 requests the oldest 2 000 are pruned, in transactions of 100', async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  const { disk: openDisk } = await import('../../../src/platform/database.ts');
  const disk = openDisk<StoredRows>(storeGuards);
  const requests = Array.from({ length: 12_000 }, (_, index) =>
    makeEnded(`r${String(index).padStart(5, '0')}`, 1, { settledAt: now - 20_000 + index, sequence: index + 1 }),
  );
  await write(disk, { requests });
  let maxRemovedCount = 0;
  const counted: PinsDisk = {
    ...disk,
    writeRelaxed: (work) =>
      disk.writeRelaxed(async (stores) => {
        let count = 0;
        const { remove } = stores.requests;
        stores.requests.remove = (id) => {
          count += 1;
          maxRemovedCount = Math.max(maxRemovedCount, count);
          remove(id);
        };
        return work(stores);
      }),
  };
  expect(await prune(counted)).toBeGreaterThan(20);
  const remaining = await idsOf(disk);
  expect(remaining.requests).toHaveLength(maxKeptRequests);
  expect([remaining.requests[0], remaining.newest.length, maxRemovedCount]).toEqual(['r02000', maxKeptRequests, 100]);
  globalThis.indexedDB = new IDBFactory();
}, 60_000);

describe('a worker with old requests', () => {
  const { machine, worker, enqueue, answer } = useKillableWorker();

  it('a worker prunes when nothing can be sent, and sends first', async () => {
    machine.now = now;
    await write(machine.disk, { requests: [makeEnded('r', 91)] });
    const sentBefore: number[] = [];
    const { writeRelaxed } = machine.disk;
    machine.disk.writeRelaxed = (work) =>
      writeRelaxed(async (stores) => {
        const { remove } = stores.requests;
        stores.requests.remove = (id) => {
          sentBefore.push(machine.calls.length);
          remove(id);
        };
        return work(stores);
      });
    await enqueue(['A', 'B', 'C'].map((chat) => makeWish({ address: { messageId: 'M', chat } })));
    expect([sentBefore, (await idsOf(machine.disk)).requests.includes('r')]).toEqual([[3], false]);
  });

  it('a request that was pruned is not undone, and what was to undo it is not sent', async () => {
    machine.now = now;
    const [id = ''] = await enqueue([makeWish()]);
    await answer(accepted);
    await machine.disk.write(async ({ requests, newest }) => {
      requests.remove(id);
      for (const row of await newest.all()) newest.remove(row.id);
    });
    expect(await worker.requestQueries.views([id])).toEqual([]);
    expect(await enqueue([makeWish({ action: 'unpin', undoes: id })])).toEqual([]);
    expect(machine.calls).toEqual([]);
  });
});
