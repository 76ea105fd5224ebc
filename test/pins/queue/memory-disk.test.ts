import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Disk, disk, rowGuard, type WrittenRows } from '../../../src/platform/database.ts';
import { createMemoryDisk } from './memory-disk.ts';

const schema = v.object({
  id: v.string(),
  state: v.string(),
  accountId: v.string(),
  run: v.string(),
  sequence: v.number(),
  turn: v.nullable(v.object({ rank: v.number(), order: v.number() })),
  settledAt: v.nullable(v.number()),
});
type Row = v.InferOutput<typeof schema>;
type Rows = { requests: Row; runs: { id: string } };
type Requests = Parameters<Parameters<Disk<Rows>['read']>[0]>[0]['requests'];

const schemas = {
  requests: rowGuard(schema, ({ sequence }) => sequence !== -1),
  runs: rowGuard(v.object({ id: v.string() })),
};
const makeRow = (id: string, parts: Partial<Row> = {}): Row => ({
  id,
  state: 'queued',
  accountId: 'a',
  run: '',
  sequence: 1,
  turn: { rank: 1, order: 1 },
  settledAt: null,
  ...parts,
});
const turn = (order: number, rank = 1): Pick<Row, 'turn'> => ({ turn: { rank, order } });

describe.each<[string, typeof disk<Rows>]>([
  ['IndexedDB', disk<Rows>],
  ['the memory of a test', createMemoryDisk<Rows>],
])('a disk in %s', (_where, create) => {
  let rows: Disk<Rows>;
  const onWritten = vi.fn<(written: WrittenRows<Rows>) => void>();
  beforeEach(async () => {
    rows = create(schemas, onWritten);
    await rows.write(async ({ requests }) => {
      await requests.removeSome('', 999);
    });
    onWritten.mockClear();
  });
  const put = (...added: Row[]) =>
    rows.write(async ({ requests }) => {
      for (const row of added) requests.put(row);
    });
  const idsOf = (walk: (store: Requests) => AsyncIterable<Row>) =>
    rows.read(async ({ requests }) => {
      const ids: string[] = [];
      for await (const { id } of walk(requests)) ids.push(id);
      return ids;
    });

  it('a disk reports the rows that a transaction put last and the ids that it removed, before it resolves', async () => {
    await put(makeRow('removed'), makeRow('some-1'), makeRow('some-2'));
    onWritten.mockClear();
    await rows.writeRelaxed(async ({ requests, runs }) => {
      requests.put(makeRow('a'));
      requests.put(makeRow('a', { sequence: 2 }));
      requests.remove('removed');
      await requests.removeSome('some', 9);
      runs.remove('run');
      expect(onWritten).not.toHaveBeenCalled();
    });
    const requests = new Map([
      ['a', makeRow('a', { sequence: 2 })],
      ...['removed', 'some-1', 'some-2'].map((id): [string, null] => [id, null]),
    ]);
    expect(onWritten.mock.calls).toEqual([[{ requests, runs: new Map([['run', null]]) }]]);
  });

  it('a disk reports nothing of a transaction that only reads, or that fails', async () => {
    await rows.read(({ requests }) => requests.all());
    await rows.write(async ({ requests }) => void (await requests.get('a')));
    const failing = rows.write(async ({ requests }) => {
      requests.put(makeRow('a'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(onWritten).not.toHaveBeenCalled();
  });

  it('a disk returns what was put, in the order of ids, and nothing for an unknown id', async () => {
    await put(makeRow('b'), makeRow('a'));
    expect(await rows.read(({ requests }) => Promise.all([requests.get('x'), requests.all()]))).toEqual([
      undefined,
      [makeRow('a'), makeRow('b')],
    ]);
  });

  it('a disk keeps a copy of a row', async () => {
    const row = makeRow('a');
    await put(row);
    row.state = 'other';
    expect((await rows.read(({ requests }) => requests.get('a')))?.state).toBe('queued');
  });

  it('a disk writes all of a transaction or nothing', async () => {
    await put(makeRow('a'));
    const broken = rows.write(async ({ requests, runs }) => {
      requests.put(makeRow('a', { state: 'other' }));
      requests.remove('b');
      runs.put({ id: 'r' });
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    await expect(
      rows.writeRelaxed(async ({ requests }) => requests.put({ ...makeRow('c'), bad: () => {} } as Row)),
    ).rejects.toThrow();
    expect(await rows.read(({ requests, runs }) => Promise.all([requests.all(), runs.all()]))).toEqual([
      [makeRow('a')],
      [],
    ]);
  });

  it('a transaction sees what it has put itself, and no half of another', async () => {
    const seen: (string | undefined)[] = [];
    await Promise.all([
      rows.write(async ({ requests }) => {
        requests.put(makeRow('a', { state: 'half' }));
        seen.push((await requests.get('a'))?.state);
        await requests.get('b');
        requests.put(makeRow('a', { state: 'whole' }));
      }),
      rows.read(async ({ requests }) => seen.push((await requests.get('a'))?.state)),
    ]);
    expect(seen).toEqual(['half', 'whole']);
  });

  it('a disk loses no change where many transactions change the same row', async () => {
    await put(makeRow('a', { sequence: 0 }));
    const add = () =>
      rows.writeRelaxed(async ({ requests }) => {
        const old = await requests.get('a');
        if (old) requests.put({ ...old, sequence: old.sequence + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect((await rows.read(({ requests }) => requests.get('a')))?.sequence).toBe(20);
  });

  it('an index is walked in its order, and after a key, and equal keys by their ids', async () => {
    await put(makeRow('a', turn(3)), makeRow('c', turn(-9)), makeRow('b', turn(-9)), makeRow('f', turn(99, 0)));
    await put(makeRow('n', { turn: null }), makeRow('z', { accountId: 'b' }));
    await put(makeRow('r', { run: 'r', sequence: 2 }), makeRow('s', { run: 'r', sequence: 3 }));
    const line = ['a', ''];
    expect(await idsOf((store) => store.walk('turn', line))).toEqual(['f', 'b', 'c', 'a']);
    expect(await idsOf((store) => store.walk('turn', line, { after: [1, -9] }))).toEqual(['a']);
    expect(await idsOf((store) => store.walk('run', ['r'], { after: [2] }))).toEqual(['s']);
    expect(await idsOf((store) => store.walk('turn', ['a']))).toEqual(['f', 'b', 'c', 'a', 'r', 's']);
    expect(await idsOf((store) => store.walk('turn', []))).toEqual(['f', 'b', 'c', 'a', 'r', 's', 'z']);
  });

  it('a walk goes on from where it is while rows leave and join its index', async () => {
    await put(...['a', 'b', 'c', 'd'].map((id, index) => makeRow(id, turn(index))));
    const seen = await rows.write(async ({ requests }) => {
      const ids: string[] = [];
      for await (const row of requests.walk('turn', ['a', ''])) {
        ids.push(row.id);
        requests.put({ ...row, turn: null });
        if (row.id === 'a') requests.put(makeRow('c', turn(-2)));
        if (row.id === 'b') requests.put(makeRow('e', turn(9)));
      }
      return ids;
    });
    expect(seen).toEqual(['a', 'b', 'd', 'e']);
    expect(await idsOf((store) => store.walk('turn', ['a', '']))).toEqual(['c']);
  });

  it('a walk goes on while the rows that it yields are removed', async () => {
    await put(...['a', 'b', 'c'].map((id, index) => makeRow(id, { settledAt: index })));
    const seen = await rows.write(async ({ requests }) => {
      const ids: string[] = [];
      for await (const { id } of requests.walk('settled', [])) {
        ids.push(id);
        requests.remove(id);
      }
      return ids;
    });
    expect([seen, await rows.read(({ requests }) => requests.all())]).toEqual([['a', 'b', 'c'], []]);
  });

  it('an index yields the smallest key of every group', async () => {
    await put(makeRow('a5', turn(5)), makeRow('a4', turn(4)), makeRow('b', { run: 'r', ...turn(7) }));
    await put(makeRow('c', { accountId: 'b', state: 'sending', ...turn(9) }), makeRow('n', { turn: null }));
    const groups = await rows.read(async ({ requests }) => {
      const keys: unknown[] = [];
      for await (const key of requests.groups('turn')) keys.push(key);
      return keys;
    });
    expect(groups).toEqual([
      ['a', '', 1, 4],
      ['a', 'r', 1, 7],
      ['b', '', 1, 9],
    ]);
  });

  it('an index returns the key of the row that is some rows back, from its end or from a key', async () => {
    await put(...[5, 4, 6].map((settledAt) => makeRow(`a${settledAt}`, { settledAt })), makeRow('open'));
    const keys = await rows.read(({ requests }) =>
      Promise.all([
        ...[1, 3, 4].map((count) => requests.keyBack('settled', count)),
        ...[1, 2, 3].map((count) => requests.keyBack('settled', count, [6, 1])),
      ]),
    );
    expect(keys).toEqual([[6, 1], [4, 1], undefined, [5, 1], [4, 1], undefined]);
  });

  it('an index returns a page of readable rows, from its start or after a key', async () => {
    await put(...[5, 4, 6].map((settledAt) => makeRow(`a${settledAt}`, { settledAt })), makeRow('open'));
    await put(makeRow('bad', { settledAt: 4.5, sequence: -1 }));
    const pages = await rows.read(({ requests }) =>
      Promise.all([requests.page('settled', [], 2), requests.page('settled', [], 9, [4.5, -1])]),
    );
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([
      ['a4', 'a5'],
      ['a5', 'a6'],
    ]);
  });

  it('some rows with a prefix are removed, also unreadable ones', async () => {
    await put(makeRow('a\n1'), makeRow('a\n2', { sequence: -1 }), makeRow('a\n3'), makeRow('ab'), makeRow('b'));
    const removed = await rows.write(async ({ requests }) => [
      await requests.removeSome('a\n', 2),
      await requests.removeSome('a\n', 2),
      await requests.removeSome('a\n', 2),
    ]);
    expect([removed, await idsOf((store) => store.walk('turn', []))]).toEqual([
      [2, 1, 0],
      ['ab', 'b'],
    ]);
  });

  it('a row of another shape stays as it is, and is returned to nobody', async () => {
    await put(makeRow('a'), makeRow('bad', { sequence: -1 }));
    expect(await rows.read(({ requests }) => Promise.all([requests.get('bad'), requests.all()]))).toEqual([
      undefined,
      [makeRow('a')],
    ]);
    expect(await idsOf((store) => store.walk('state', ['queued']))).toEqual(['a']);
    expect(await rows.read(({ requests }) => requests.keyBack('state', 2))).toEqual(['queued']);
  });
});
