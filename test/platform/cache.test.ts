import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { cache } from '../../src/platform/cache.ts';
import { rowGuard } from '../../src/platform/database.ts';

const chats = cache('chats', rowGuard(v.object({ id: v.string(), count: v.number() })));

it('gives what was put, and what was put last', async () => {
  await chats.put({ id: 'a', count: 1 });
  await chats.put({ id: 'a', count: 2 });
  expect(await chats.get('a')).toEqual({ id: 'a', count: 2 });
});

it('changes what is there, also several at once', async () => {
  await chats.put({ id: 'b', count: 0 });
  await Promise.all([1, 2, 3].map((more) => chats.update('b', (row) => ({ ...row, count: row.count + more }))));
  expect(await chats.get('b')).toEqual({ id: 'b', count: 6 });
});

it('makes nothing of what is not there', async () => {
  await chats.update('c', (row) => row);
  expect(await chats.get('c')).toBeUndefined();
});

it('forgets', async () => {
  await chats.put({ id: 'd', count: 1 });
  await chats.remove('d');
  expect(await chats.get('d')).toBeUndefined();
});

it('takes a record of another shape for none, and writes over it', async () => {
  const database = await openDB('pushpin');
  await database.put('chats', { id: 'e', count: 'many' });
  database.close();
  expect(await chats.get('e')).toBeUndefined();
  await chats.put({ id: 'e', count: 1 });
  expect(await chats.get('e')).toEqual({ id: 'e', count: 1 });
});
