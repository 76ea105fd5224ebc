import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { disk, rowGuard } from '../../src/platform/database.ts';

// What all disks have in common is tested in test/pins/queue/memory-disk.test.ts.

const schema = v.object({ id: v.string(), state: v.string(), sequence: v.number() });
type Row = v.InferOutput<typeof schema>;
const makeRow = (id: string, parts: Partial<Row> = {}): Row => ({ id, state: 'queued', sequence: 1, ...parts });

const rows = disk<{ requests: Row; runs: { id: string } }>({
  requests: rowGuard(schema, ({ sequence }) => sequence !== -1),
  runs: rowGuard(v.object({ id: v.string() })),
});
const put = (...added: Row[]) =>
  rows.write(async ({ requests }) => {
    for (const row of added) requests.put(row);
  });

/** Reads or writes the store itself, without any checks. */
async function withDatabase<T>(work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const database = await openDB('pushpin');
  const result = await work(database);
  database.close();
  return result;
}

afterEach(() => withDatabase((database) => Promise.all([database.clear('requests'), database.clear('runs')])));

it('transactions that run at the same time do not overwrite each other', async () => {
  await put(makeRow('a', { sequence: 0 }));
  const add = () =>
    rows.write(async ({ requests }) => {
      const old = await requests.get('a');
      if (old) requests.put({ ...old, sequence: old.sequence + 1 });
    });
  await Promise.all(Array.from({ length: 50 }, add));
  expect((await rows.read(({ requests }) => requests.get('a')))?.sequence).toBe(50);
});

it('a row that cannot be stored aborts its transaction with the error', async () => {
  const withFunction = { ...makeRow('a'), note: () => {} };
  await expect(rows.write(async ({ requests }) => requests.put(withFunction))).rejects.toThrow();
  const withoutId = makeRow(7 as never, { id: {} as never });
  await expect(rows.write(async ({ requests }) => requests.put(withoutId))).rejects.toThrow();
  expect(await rows.read(({ requests }) => requests.all())).toEqual([]);
});

describe('a row of another shape', () => {
  it.each([{ id: 'bad', state: 'queued', sequence: 'x' }, makeRow('bad', { sequence: -1 })])(
    'a row of another shape is not returned, hides no other row and stays as it is: %j',
    async (bad) => {
      await put(makeRow('a'));
      await withDatabase((database) => database.put('requests', bad));
      expect(await rows.read(({ requests }) => Promise.all([requests.get('bad'), requests.all()]))).toEqual([
        undefined,
        [makeRow('a')],
      ]);
      expect(await withDatabase((database) => database.get('requests', 'bad'))).toEqual(bad);
    },
  );
});
