import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chatListSchema } from '../../src/accounts/chat-book.ts';
import { placeInLine } from '../../src/pins/machine.ts';
import { identify } from '../../src/pins/message-key.ts';
import { rows } from '../../src/pins/rows.ts';
import version2 from './stored/version-2.json' with { type: 'json' };
import { type StoredSample, writeVersion2 } from './stored-version.ts';

const { names } = version2;
const day = 24 * 60 * 60_000;
const was = (id: string) => version2.stores.requests.find((request) => request.id === id);

/** The database as a worker opens it that has just been updated. */
async function open() {
  vi.resetModules();
  const { disk, shaped } = await import('../../src/platform/database.ts');
  return disk({ ...rows, chats: shaped(chatListSchema) });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a database of version 2', () => {
  beforeEach(() => writeVersion2(version2 as StoredSample));

  it('is opened with every row that it had', async () => {
    const disk = await open();
    const stored = await disk.read(async ({ requests, runs, gates, chats }) => ({
      requests: await requests.all(),
      runs: await runs.all(),
      gates: await gates.all(),
      chats: await chats.all(),
    }));
    const { runs, gates, chats } = version2.stores;
    const requests = version2.stores.requests.map(({ dueAt: _, ...request }) => request);
    expect(stored).toMatchObject({ requests, runs, gates, chats });
  });

  it('lets what was queued go whatever the clock says, in its order, and what waits at its time', async () => {
    const disk = await open();
    const dueAt = async (id: string) => (await disk.read(({ requests }) => requests.get(id)))?.dueAt;
    const askedAt = was(names.queued)?.createdAt ?? 0;
    expect(await dueAt(names.queued)).toBe(placeInLine(askedAt));
    expect(await dueAt(names.refused)).toBe(placeInLine(was(names.refused)?.dueAt ?? 0));
    expect(await dueAt(names.waiting)).toBe(was(names.waiting)?.dueAt);
  });

  it('knows of what got no answer that it may have been done', async () => {
    const disk = await open();
    const mayBeDone = await disk.read(async ({ requests }) => (await requests.get(names.waiting))?.mayBeDone);
    expect(mayBeDone).toBe(true);
  });

  it('names the newest request for each message, under the key that it has today', async () => {
    const disk = await open();
    const newest = await disk.read(async ({ newest }) => newest.all());
    const expected = version2.stores.board.map(({ requestId, accountId, address }) => ({
      id: identify({ accountId, address }).messageKey,
      requestId,
    }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(newest.sort(byId)).toEqual(expected.sort(byId));
  });

  it('tells each request which message it is about, in which line it stands', async () => {
    const disk = await open();
    const requests = await disk.read((stores) => stores.requests.all());
    for (const request of requests) expect(request).toMatchObject(identify(request));
    expect(requests).toHaveLength(version2.stores.requests.length);
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
  ])('knows the pin of what was %s', async (_what, id, state, days) => {
    const disk = await open();
    const pin = await disk.read(async ({ requests, pins }) => pins.get((await requests.get(id))?.messageKey ?? ''));
    const { accountId, address, settledAt } = was(id) ?? {};
    const pinnedAt = days > 0 ? (settledAt ?? 0) : null;
    const expiresAt = pinnedAt && pinnedAt + days * day;
    expect(pin ?? null).toEqual(state && expect.objectContaining({ state, pinnedAt, expiresAt, accountId, address }));
  });

  it('lets an unpin remember the pin that it ended', async () => {
    const disk = await open();
    const unpin = await disk.read(({ requests }) => requests.get(names.unpinned));
    const pinnedAt = was(names.pinnedFirst)?.settledAt ?? 0;
    expect(unpin?.before).toEqual({ state: 'pinned', expiresAt: pinnedAt + 7 * day });
  });

  it('keeps a row that cannot be read, as it is', async () => {
    const database = await openDB('pushpin');
    const corrupt = { id: 'corrupt', state: 'queued', accountId: 7, run: '', dueAt: 1 };
    await database.put('requests', corrupt);
    database.close();
    const disk = await open();
    expect(await disk.read(({ requests }) => requests.get('corrupt'))).toBeUndefined();
    const raw = await openDB('pushpin');
    expect(await raw.get('requests', 'corrupt')).toEqual(corrupt);
    raw.close();
  });
});

it('a database of a newer version is refused, and left as it is', async () => {
  const newer = await openDB('pushpin', 99, { upgrade: (database) => void database.createObjectStore('new') });
  await newer.put('new', 'value', 'key');
  newer.close();
  const disk = await open();
  await expect(disk.read(({ requests }) => requests.all())).rejects.toThrow('version');
  const raw = await openDB('pushpin');
  expect([raw.version, [...raw.objectStoreNames], await raw.get('new', 'key')]).toEqual([99, ['new'], 'value']);
  raw.close();
});
