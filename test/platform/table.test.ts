import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { table } from '../../src/platform/table.ts';

const schema = v.object({ id: v.string(), createdAt: v.number(), state: v.string(), note: v.string() });
const rows = table('requests', schema, () => true);
const row = (id: string, createdAt = 1, state = 'queued') => ({ id, createdAt, state, note: 'x' });
const corrupt = { id: 'bad', createdAt: 9, state: 'queued', note: 7 };

/** The store itself, past all checks. */
async function raw() {
  const database = await openDB('pushpin');
  return {
    put: (value: unknown) => database.put('requests', value),
    all: () => database.getAll('requests'),
    async end() {
      await database.clear('requests');
      database.close();
    },
  };
}

afterEach(async () => (await raw()).end());

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('a table', () => {
  it('gives what was added', async () => {
    await rows.add([row('a'), row('b')]);
    expect(await rows.get('b')).toEqual(row('b'));
  });

  it('gives nothing for an id that there is not', async () => expect(await rows.get('x')).toBeUndefined());

  it('adds all or none', async () => {
    await rows.add([row('a')]);
    await expect(rows.add([row('b'), row('a'), row('c')])).rejects.toThrow();
    expect(ids(await rows.newest(9))).toEqual(['a']);
  });

  it('changes one', async () => {
    await rows.add([row('a')]);
    const changed = await rows.update('a', (old) => ({ ...old, state: 'settled' }));
    expect([changed, await rows.get('a')]).toEqual([row('a', 1, 'settled'), row('a', 1, 'settled')]);
  });

  it('loses no change of several at once', async () => {
    await rows.add([row('a')]);
    await Promise.all(['1', '2', '3'].map((mark) => rows.update('a', (old) => ({ ...old, note: old.note + mark }))));
    expect((await rows.get('a'))?.note).toBe('x123');
  });

  it('is left as it was by a change that throws', async () => {
    await rows.add([row('a')]);
    const refused = rows.update('a', () => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await rows.get('a')).toEqual(row('a'));
  });

  it('changes nothing that there is not', async () => {
    expect(await rows.update('x', (old) => old)).toBeUndefined();
    expect(await rows.newest(9)).toEqual([]);
  });

  it('finds by state', async () => {
    await rows.add([row('a'), row('b', 1, 'sending'), row('c')]);
    expect(ids(await rows.inState('queued'))).toEqual(['a', 'c']);
  });

  it('gives the newest first, and no more than asked', async () => {
    await rows.add([row('a', 1), row('b', 3), row('c', 2)]);
    expect(ids(await rows.newest(2))).toEqual(['b', 'c']);
  });
});

describe('a row of another shape', () => {
  it('is not given, and hides no other', async () => {
    await rows.add([row('a', 1), row('b', 2)]);
    await (await raw()).put(corrupt);
    expect(await rows.get('bad')).toBeUndefined();
    expect(ids(await rows.inState('queued'))).toEqual(['a', 'b']);
    expect(ids(await rows.newest(2))).toEqual(['b', 'a']);
  });

  it('is kept as it is', async () => {
    await (await raw()).put(corrupt);
    expect(await rows.update('bad', (old) => ({ ...old, note: 'mended' }))).toBeUndefined();
    expect(await (await raw()).all()).toEqual([corrupt]);
  });
});
