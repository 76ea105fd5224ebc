import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chatListSchema } from '../../src/accounts/chat-list.ts';
import { identify } from '../../src/pins/queue/message-key.ts';
import { queuedTurn, waitingTurn } from '../../src/pins/queue/request-states.ts';
import { storeGuards } from '../../src/pins/queue/stores.ts';
import version2 from './stored/version-2.json' with { type: 'json' };
import version3 from './stored/version-3.json' with { type: 'json' };
import { type StoredVersion, storedVersion2, storedVersion3, writeStoredVersion } from './stored-version.ts';

const dayMs = 24 * 60 * 60_000;

/** Opens the database as a worker does that has just been updated. */
async function open() {
  vi.resetModules();
  const { disk, rowGuard } = await import('../../src/platform/database.ts');
  return disk({ ...storeGuards, chats: rowGuard(chatListSchema) });
}
type OpenDisk = Awaited<ReturnType<typeof open>>;

const readAll = (disk: OpenDisk) =>
  disk.read(async (stores) => ({
    requests: await stores.requests.all(),
    runs: await stores.runs.all(),
    gates: await stores.gates.all(),
    chats: await stores.chats.all(),
    newest: await stores.newest.all(),
    aliases: await stores.aliases.all(),
    pins: await stores.pins.all(),
  }));

const idsInOrder = (disk: OpenDisk, index: string, prefix: readonly IDBValidKey[]) =>
  disk.read(async ({ requests }) => {
    const ids: string[] = [];
    for await (const { id } of requests.walk(index, prefix)) ids.push(id);
    return ids;
  });

/** Sorts rows of an earlier version as its index did. */
const sortedBy = <T extends { id: string }>(rows: readonly T[], keyOf: (row: T) => number) =>
  [...rows].sort((a, b) => keyOf(a) - keyOf(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const versions: [number, StoredVersion][] = [
  [2, storedVersion2],
  [3, storedVersion3],
];

describe.each(versions)('a database of version %d', (version, stored) => {
  const requests = stored.stores.requests as (typeof version3)['stores']['requests'];
  beforeEach(() => writeStoredVersion(stored));

  it(`version ${version} is opened with every row that it had, readable`, async () => {
    const disk = await open();
    const rows = await readAll(disk);
    const { board: _, ...kept } = stored.stores as Record<string, readonly { id: string }[]>;
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
    for (const [name, old] of Object.entries(kept)) expect(ids(rows[name as keyof typeof rows])).toEqual(ids(old));
  });

  it(`version ${version} keeps what its requests, runs and gates said, under the names of today`, async () => {
    const disk = await open();
    const rows = await readAll(disk);
    const { runs, gates } = stored.stores as (typeof version3)['stores'];
    const withoutMoved = requests.map(({ provider, dueAt: _, lease, createdAt, ...request }) => ({
      ...request,
      providerId: provider,
      createdAt: Math.floor(createdAt),
      callStartedAt: lease?.startedAt ?? null,
    }));
    expect(rows.requests).toMatchObject(withoutMoved);
    const rename = <T extends { provider: string }>({ provider, ...trouble }: T) => ({
      ...trouble,
      providerId: provider,
    });
    expect(rows.runs).toMatchObject(
      runs.map(({ createdAt, trouble, stopped, ...run }) => ({
        ...run,
        createdAt: Math.floor(createdAt),
        trouble: trouble && rename(trouble),
        ...(stopped ? { stopped: rename(stopped) } : {}),
      })),
    );
    expect(rows.gates).toMatchObject(
      gates.map(({ bucket: _, closed, ...gate }) => ({
        ...gate,
        closed: closed && { reason: closed.why, until: closed.until, at: closed.at, closureCount: closed.times },
      })),
    );
    expect(rows.gates.some(({ closed }) => closed)).toBe(true);
    const [limited, old] = [rows.gates, gates].map((all) =>
      all.find((gate) => ('bucket' in gate ? gate.bucket : gate.rateWindow)),
    );
    expect(limited).toMatchObject({
      rateWindow: {
        limit: 10,
        remaining: (old as (typeof gates)[number]).bucket?.left,
        resetAt: (old as (typeof gates)[number]).bucket?.reset,
        lengthMs: { above: 0, max: dayMs },
        clockLeadMs: { min: 0, max: (old as (typeof gates)[number]).bucket?.ahead.most },
      },
    });
  });

  it(`version ${version} keeps the order of gestures and of each run, in whole numbers`, async () => {
    const disk = await open();
    const rows = await readAll(disk);
    for (const run of ['', ...rows.runs.map(({ id }) => id)]) {
      const old = requests.filter((request) => request.run === run);
      expect(await idsInOrder(disk, 'run', [run])).toEqual(sortedBy(old, ({ createdAt }) => createdAt));
    }
    const numbers = [...rows.requests, ...rows.runs].map(({ sequence }) => sequence);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every(Number.isInteger)).toBe(true);
    const last = await disk.read(({ bookkeeping }) => bookkeeping.get('sequence'));
    expect(last?.value).toBeGreaterThanOrEqual(Math.max(...numbers));
  });

  it(`version ${version} keeps the order in which each account and run is sent`, async () => {
    const disk = await open();
    const lines = new Map(requests.map(({ accountId, run }) => [`${accountId} ${run}`, [accountId, run]]));
    for (const [accountId, run] of lines.values()) {
      const old = requests.filter(
        (request) => request.accountId === accountId && request.run === run && request.dueAt !== null,
      );
      // Version 2 sent all that was queued by its time, and today's rows wait behind all that are queued.
      const keyOf = (request: (typeof old)[number]) =>
        (request.dueAt ?? 0) - (version === 2 && request.state === 'queued' ? 2 ** 42 : 0);
      expect(await idsInOrder(disk, 'turn', [accountId ?? '', run ?? ''])).toEqual(sortedBy(old, keyOf));
    }
  });

  it(`version ${version} lets queued requests wait for no time, and waiting ones for theirs`, async () => {
    const disk = await open();
    const { requests: all } = await readAll(disk);
    const waiting = all.filter(({ state }) => state === 'waiting');
    expect(waiting.length).toBeGreaterThan(0);
    for (const { id, dueAt, turn } of waiting) {
      expect(dueAt).toBe(requests.find((request) => request.id === id)?.dueAt);
      expect(turn).toEqual(waitingTurn(dueAt ?? 0));
    }
    for (const { state, dueAt } of all) if (state !== 'waiting') expect(dueAt).toBeNull();
  });

  it(`version ${version} numbers its requests, whatever a row that cannot be read holds`, async () => {
    const database = await openDB('pushpin');
    const corrupt = { ...requests[0], state: 'queued' };
    await database.put('requests', { ...corrupt, id: 'without a time', dueAt: undefined });
    await database.put('requests', { ...corrupt, id: 'never made', createdAt: Number.NaN });
    database.close();
    const disk = await open();
    const { requests: rows, runs } = await readAll(disk);
    const last = await disk.read(({ bookkeeping }) => bookkeeping.get('sequence'));
    expect(last?.value).toBeGreaterThanOrEqual(Math.max(...[...rows, ...runs].map(({ sequence }) => sequence)));
  });

  it(`version ${version} keeps a row that cannot be read, as it is`, async () => {
    const database = await openDB('pushpin');
    const corrupt = { id: 'corrupt', state: 'queued', accountId: 7, run: '', dueAt: 1 };
    await database.put('requests', corrupt);
    database.close();
    const disk = await open();
    expect(await disk.read(({ requests: store }) => store.get('corrupt'))).toBeUndefined();
    const raw = await openDB('pushpin');
    expect(await raw.get('requests', 'corrupt')).toEqual(corrupt);
    raw.close();
  });
});

describe('a database of version 2', () => {
  const { names } = version2;
  const oldRequest = (id: string) => version2.stores.requests.find((request) => request.id === id);
  beforeEach(() => writeStoredVersion(storedVersion2));

  it('version 2 knows of what got no answer that it may have been done', async () => {
    const disk = await open();
    const mayBeDone = await disk.read(async ({ requests }) => (await requests.get(names.waiting))?.mayBeDone);
    expect(mayBeDone).toBe(true);
  });

  it('version 2 names the newest request for each message, under the key that it has today', async () => {
    const disk = await open();
    const newest = await disk.read(async (stores) => stores.newest.all());
    const expected = version2.stores.board.map(({ requestId, accountId, address }) => ({
      id: identify({ accountId, address }).messageKey,
      requestId,
    }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(newest.sort(byId)).toEqual(expected.sort(byId));
  });

  it('version 2 tells each request which message it is about, and which chat', async () => {
    const disk = await open();
    const { requests } = await readAll(disk);
    for (const request of requests) expect(request).toMatchObject(identify(request));
  });

  it.each<[what: string, id: string, state: string | null, days: number]>([
    ['accepted', names.pinned, 'pinned', 30],
    ['accepted, with an unpin that was cancelled since', names.pinnedStill, 'pinned', 7],
    ['accepted in a run', names.inRun, 'pinned', 1],
    ['unpinned since', names.pinnedFirst, 'unpinned', 0],
    ['unpinned', names.onlyUnpinned, 'unpinned', 0],
    ['never answered', names.unknown, 'unknown', 0],
    ['never answered so far', names.waiting, 'unknown', 0],
    ['refused', names.rejected, null, 0],
    ['yet to be sent', names.queued, null, 0],
  ])('version 2 gives a pin row to what was %s', async (_what, id, state, days) => {
    const disk = await open();
    const pin = await disk.read(async ({ requests, pins }) => pins.get((await requests.get(id))?.messageKey ?? ''));
    const { accountId, address, settledAt } = oldRequest(id) ?? {};
    const pinnedAt = days > 0 ? (settledAt ?? 0) : null;
    const expiresAt = pinnedAt && pinnedAt + days * dayMs;
    expect(pin ?? null).toEqual(state && expect.objectContaining({ state, pinnedAt, expiresAt, accountId, address }));
  });

  it('version 2 lets an unpin remember the pin that it ended', async () => {
    const disk = await open();
    const unpin = await disk.read(({ requests }) => requests.get(names.unpinned));
    const pinnedAt = oldRequest(names.pinnedFirst)?.settledAt ?? 0;
    expect(unpin?.before).toEqual({ state: 'pinned', expiresAt: pinnedAt + 7 * dayMs });
  });
});

describe('a database of version 3', () => {
  const { names, stores } = version3;
  beforeEach(() => writeStoredVersion(storedVersion3));

  it('version 3 keeps pins, other names, the newest requests and lists of chats as they were', async () => {
    const disk = await open();
    const rows = await readAll(disk);
    const { pins, aliases, newest, chats } = stores;
    expect(rows).toMatchObject({ pins, aliases, newest, chats });
  });

  it('version 3 keeps what was to be tried first before single requests, and those before many', async () => {
    const disk = await open();
    const turns = await disk.read(async ({ requests }) => {
      const ids = [names.hastenedAgain, names.queued, names.refused, names.firstOfMany];
      return Promise.all(ids.map(async (id) => requests.get(id)));
    });
    const [first, queued, refused, many] = turns;
    expect(first?.turn?.rank).toBe(queuedTurn(0, 'first').rank);
    expect(queued?.turn).toEqual(queuedTurn(queued?.sequence ?? 0));
    // This one was refused with its account, and so went to the end of its line.
    expect(refused?.turn?.rank).toBe(queuedTurn(0).rank);
    expect(refused?.turn?.order).toBeGreaterThan(refused?.sequence ?? 0);
    expect(many?.turn).toEqual(queuedTurn(many?.sequence ?? 0, 'many'));
  });

  it('version 3 tells when the last request of a run ended', async () => {
    const disk = await open();
    const { runs } = await readAll(disk);
    const endedIn = (run: string) =>
      stores.requests.flatMap((request) => (request.run === run ? (request.settledAt ?? []) : []));
    expect(runs.find(({ id }) => id === names.stopped)?.lastEndedAt).toBe(Math.max(...endedIn(names.stopped)));
    expect(runs.find(({ id }) => id === names.loadingRun)?.lastEndedAt).toBeNull();
  });
});

it('a database of a newer version is refused by its name, and left as it is', async () => {
  const newer = await openDB('pushpin', 99, { upgrade: (database) => void database.createObjectStore('new') });
  await newer.put('new', 'value', 'key');
  newer.close();
  const disk = await open();
  for (const use of [disk.read, disk.write, disk.writeRelaxed]) {
    await expect(use(({ requests }) => requests.all())).rejects.toMatchObject({ name: 'NewerDatabase' });
  }
  const raw = await openDB('pushpin');
  expect([raw.version, [...raw.objectStoreNames], await raw.get('new', 'key')]).toEqual([99, ['new'], 'value']);
  raw.close();
});
