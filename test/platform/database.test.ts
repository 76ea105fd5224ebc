import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { disk, rowGuard } from '../../src/platform/database.ts';

const row = (id: string, parts: Partial<Row> = {}): Row => ({
  id,
  state: 'queued',
  accountId: 'a',
  run: '',
  dueAt: 1,
  ...parts,
});
const schema = v.object({
  id: v.string(),
  state: v.string(),
  accountId: v.string(),
  run: v.string(),
  dueAt: v.nullable(v.number()),
});
type Row = v.InferOutput<typeof schema>;

const rows = disk<{ requests: Row; runs: { id: string } }>({
  requests: rowGuard(schema, ({ dueAt }) => dueAt !== -1),
  runs: rowGuard(v.object({ id: v.string() })),
});
const put = (...added: Row[]) =>
  rows.write(async ({ requests }) => {
    for (const each of added) requests.put(each);
  });
const corrupt = { id: 'bad', state: 'queued', accountId: 7, run: '', dueAt: 0 };

/** The store itself, past all checks. */
async function raw<T>(work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const database = await openDB('pushpin');
  const result = await work(database);
  database.close();
  return result;
}

afterEach(() => raw((database) => Promise.all([database.clear('requests'), database.clear('runs')])));

async function collect(
  walk: (store: Parameters<Parameters<typeof rows.read>[0]>[0]['requests']) => AsyncIterable<Row>,
) {
  return rows.read(async ({ requests }) => {
    const ids: string[] = [];
    for await (const { id } of walk(requests)) ids.push(id);
    return ids;
  });
}

describe('a transaction', () => {
  it('gives what was put, and nothing for an id that there is not', async () => {
    await put(row('a'));
    expect(await rows.read(({ requests }) => Promise.all([requests.get('a'), requests.get('x')]))).toEqual([
      row('a'),
      undefined,
    ]);
  });

  it('that fails leaves every store as it was', async () => {
    const broken = rows.write(async ({ requests, runs }) => {
      requests.put(row('a'));
      runs.put({ id: 'r' });
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await rows.read(({ requests, runs }) => Promise.all([requests.all(), runs.all()]))).toEqual([[], []]);
  });

  it('does not race with another', async () => {
    await put(row('a', { dueAt: 0 }));
    const add = () =>
      rows.write(async ({ requests }) => {
        const old = await requests.get('a');
        if (old) requests.put({ ...old, dueAt: (old.dueAt ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 50 }, add));
    expect((await rows.read(({ requests }) => requests.get('a')))?.dueAt).toBe(50);
  });
});

it('a row that cannot be stored ends its transaction with the error', async () => {
  const bad = { ...row('a'), note: () => {} };
  await expect(rows.write(async ({ requests }) => requests.put(bad))).rejects.toThrow();
  const failing = rows.write(async ({ requests }) => requests.put(row(7 as never, { id: {} as never })));
  await expect(failing).rejects.toThrow();
  expect(await rows.read(({ requests }) => requests.all())).toEqual([]);
});

describe('an index', () => {
  it('is walked in its order, backwards, from and up to a key', async () => {
    await put(row('a', { dueAt: 3 }), row('b', { dueAt: 1 }), row('c', { dueAt: 2 }), row('z', { accountId: 'b' }));
    const turn = ['a', ''];
    expect(await collect((store) => store.walk('turn', turn))).toEqual(['b', 'c', 'a']);
    expect(await collect((store) => store.walk('turn', turn, { backwards: true }))).toEqual(['a', 'c', 'b']);
    expect(await collect((store) => store.walk('turn', turn, { upTo: 2 }))).toEqual(['b', 'c']);
    expect(await collect((store) => store.walk('turn', turn, { after: 1 }))).toEqual(['c', 'a']);
  });

  it('leaves out rows without one of its parts', async () => {
    await put(row('a', { dueAt: null }), row('b'));
    expect(await collect((store) => store.walk('turn', ['a', '']))).toEqual(['b']);
  });

  it('counts', async () => {
    await put(row('a'), row('b', { state: 'sending' }), row('c'));
    expect(await rows.read(({ requests }) => requests.count('state', ['queued']))).toBe(2);
  });

  it('gives the least key of every group', async () => {
    await put(
      ...[5, 4].map((dueAt) => row(`a${dueAt}`, { dueAt })),
      row('b', { run: 'r', dueAt: 7 }),
      row('c', { accountId: 'b', dueAt: 9 }),
    );
    const groups = await rows.read(async ({ requests }) => {
      const keys: unknown[] = [];
      for await (const key of requests.groups('turn')) keys.push(key);
      return keys;
    });
    expect(groups).toEqual([
      ['a', '', 4],
      ['a', 'r', 7],
      ['b', '', 9],
    ]);
  });
});

describe('a row of another shape', () => {
  it.each([corrupt, row('bad', { dueAt: -1 })])('is not given, hides no other and is kept as it is', async (bad) => {
    await put(row('a'));
    await raw((database) => database.put('requests', bad));
    expect(await rows.read(({ requests }) => Promise.all([requests.get('bad'), requests.all()]))).toEqual([
      undefined,
      [row('a')],
    ]);
    expect(await collect((store) => store.walk('state', ['queued']))).toEqual(['a']);
    expect(await raw((database) => database.get('requests', 'bad'))).toEqual(bad);
  });
});
