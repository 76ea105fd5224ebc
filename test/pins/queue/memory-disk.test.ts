import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Disk, disk, rowGuard } from '../../../src/platform/database.ts';
import { createMemoryDisk } from './memory-disk.ts';

const schema = v.object({
  id: v.string(),
  state: v.string(),
  accountId: v.string(),
  run: v.string(),
  createdAt: v.number(),
  dueAt: v.nullable(v.number()),
});
type Row = v.InferOutput<typeof schema>;
type Rows = { requests: Row; runs: { id: string } };

const schemas = {
  requests: rowGuard(schema, ({ dueAt }) => dueAt !== -1),
  runs: rowGuard(v.object({ id: v.string() })),
};
const row = (id: string, parts: Partial<Row> = {}): Row => ({
  ...{ id, state: 'queued', accountId: 'a', run: '', createdAt: 1, dueAt: 1 },
  ...parts,
});

describe.each<[string, () => Disk<Rows>]>([
  ['IndexedDB', () => disk<Rows>(schemas)],
  ['the memory of a test', () => createMemoryDisk<Rows>(schemas)],
])('a disk in %s', (_where, create) => {
  let rows: Disk<Rows>;
  beforeEach(async () => {
    rows = create();
    await rows.write(async ({ requests }) => {
      for (const { id } of await requests.all()) requests.remove(id);
    });
  });
  const put = (...added: Row[]) =>
    rows.write(async ({ requests }) => {
      for (const each of added) requests.put(each);
    });
  const ids = (walk: (store: Parameters<Parameters<typeof rows.read>[0]>[0]['requests']) => AsyncIterable<Row>) =>
    rows.read(async ({ requests }) => {
      const found: string[] = [];
      for await (const { id } of walk(requests)) found.push(id);
      return found;
    });

  it('gives what was put, in the order of ids, and nothing for an id that there is not', async () => {
    await put(row('b'), row('a'));
    expect(await rows.read(({ requests }) => Promise.all([requests.get('x'), requests.all()]))).toEqual([
      undefined,
      [row('a'), row('b')],
    ]);
  });

  it('keeps a copy', async () => {
    const mine = row('a');
    await put(mine);
    mine.state = 'other';
    expect((await rows.read(({ requests }) => requests.get('a')))?.state).toBe('queued');
  });

  it('has all of a transaction or nothing', async () => {
    await put(row('a'));
    const broken = rows.write(async ({ requests, runs }) => {
      requests.put(row('a', { state: 'other' }));
      requests.remove('b');
      runs.put({ id: 'r' });
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    await expect(
      rows.writeRelaxed(async ({ requests }) => requests.put({ ...row('c'), bad: () => {} } as Row)),
    ).rejects.toThrow();
    expect(await rows.read(({ requests, runs }) => Promise.all([requests.all(), runs.all()]))).toEqual([
      [row('a')],
      [],
    ]);
  });

  it('shows a transaction what it has put itself, and no other’s half', async () => {
    const seen: (string | undefined)[] = [];
    await Promise.all([
      rows.write(async ({ requests }) => {
        requests.put(row('a', { state: 'half' }));
        seen.push((await requests.get('a'))?.state);
        await requests.get('b');
        requests.put(row('a', { state: 'whole' }));
      }),
      rows.read(async ({ requests }) => seen.push((await requests.get('a'))?.state)),
    ]);
    expect(seen).toEqual(['half', 'whole']);
  });

  it('loses no change where many change the same row', async () => {
    await put(row('a', { dueAt: 0 }));
    const add = () =>
      rows.writeRelaxed(async ({ requests }) => {
        const old = await requests.get('a');
        if (old) requests.put({ ...old, dueAt: (old.dueAt ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect((await rows.read(({ requests }) => requests.get('a')))?.dueAt).toBe(20);
  });

  it('walks an index in its order, backwards, from and up to a key, and equal keys by their ids', async () => {
    await put(row('a', { dueAt: 3 }), row('c', { dueAt: -9 }), row('b', { dueAt: -9 }), row('z', { accountId: 'b' }));
    await put(row('n', { dueAt: null }), row('r', { run: 'r', createdAt: 2 }), row('s', { run: 'r', createdAt: 3 }));
    const turn = ['a', ''];
    expect(await ids((store) => store.walk('turn', turn))).toEqual(['b', 'c', 'a']);
    expect(await ids((store) => store.walk('turn', turn, { backwards: true }))).toEqual(['a', 'c', 'b']);
    expect(await ids((store) => store.walk('turn', turn, { upTo: -9 }))).toEqual(['b', 'c']);
    expect(await ids((store) => store.walk('turn', turn, { after: -9 }))).toEqual(['a']);
    expect(await ids((store) => store.walk('run', ['r'], { after: 2 }))).toEqual(['s']);
    expect(await ids((store) => store.walk('turn', []))).toEqual(['b', 'c', 'a', 'r', 's', 'z']);
  });

  it('goes on over an index from where it is while its rows leave and join it', async () => {
    await put(...['a', 'b', 'c', 'd'].map((id, at) => row(id, { dueAt: at })));
    const seen = await rows.write(async ({ requests }) => {
      const found: string[] = [];
      for await (const each of requests.walk('turn', ['a', ''])) {
        found.push(each.id);
        requests.put({ ...each, dueAt: null });
        if (each.id === 'a') requests.put(row('c', { dueAt: -2 }));
        if (each.id === 'b') requests.put(row('e', { dueAt: 9 }));
      }
      return found;
    });
    expect(seen).toEqual(['a', 'b', 'd', 'e']);
    expect(await ids((store) => store.walk('turn', ['a', '']))).toEqual(['c']);
  });

  it('counts, and gives the least key of every group', async () => {
    await put(row('a5', { dueAt: 5 }), row('a4', { dueAt: 4 }), row('b', { run: 'r', dueAt: 7 }));
    await put(row('c', { accountId: 'b', dueAt: 9, state: 'sending' }), row('n', { dueAt: null }));
    expect(await rows.read(({ requests }) => requests.count('state', ['queued']))).toBe(4);
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

  it('leaves a row of another shape alone, and gives it to nobody', async () => {
    await put(row('a'), row('bad', { dueAt: -1 }));
    expect(await rows.read(({ requests }) => Promise.all([requests.get('bad'), requests.all()]))).toEqual([
      undefined,
      [row('a')],
    ]);
    expect(await ids((store) => store.walk('state', ['queued']))).toEqual(['a']);
    expect(await rows.read(({ requests }) => requests.count('state', ['queued']))).toBe(2);
  });
});
