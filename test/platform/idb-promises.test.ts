import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { completionOf, openDatabase, resultOf } from '../../src/platform/idb-promises.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const createRows = async (database: IDBDatabase) => void database.createObjectStore('rows', { keyPath: 'id' });
const openRows = () => openDatabase('test', 1, createRows);

it('a request gives its result, and a transaction completes once it is written', async () => {
  const transaction = (await openRows()).transaction('rows', 'readwrite');
  const completion = completionOf(transaction);
  expect(await resultOf(transaction.objectStore('rows').put({ id: 'a' }))).toBe('a');
  expect(await resultOf(transaction.objectStore('rows').getAll())).toEqual([{ id: 'a' }]);
  await completion;
});

it('a request that fails rejects with its error', async () => {
  const rows = (await openRows()).transaction('rows', 'readwrite').objectStore('rows');
  rows.add({ id: 'a' });
  await expect(resultOf(rows.add({ id: 'a' }))).rejects.toMatchObject({ name: 'ConstraintError' });
});

it('a request that fails and that nobody awaits rejects the completion of its transaction with its error', async () => {
  const transaction = (await openRows()).transaction('rows', 'readwrite');
  for (const id of ['a', 'a']) transaction.objectStore('rows').add({ id });
  await expect(completionOf(transaction)).rejects.toMatchObject({ name: 'ConstraintError' });
});

it('a transaction that is aborted without an error rejects its completion', async () => {
  const transaction = (await openRows()).transaction('rows', 'readwrite');
  transaction.abort();
  await expect(completionOf(transaction)).rejects.toMatchObject({ name: 'AbortError' });
});

it('an upgrade that fails is thrown with its error, and leaves the database as it was', async () => {
  (await openRows()).close();
  const failing = openDatabase('test', 2, async (database, transaction, oldVersion) => {
    expect(oldVersion).toBe(1);
    database.createObjectStore('more');
    await resultOf(transaction.objectStore('rows').getAll());
    throw new RangeError('of the upgrade');
  });
  await expect(failing).rejects.toThrow('of the upgrade');
  const database = await openRows();
  expect([...database.objectStoreNames]).toEqual(['rows']);
});

it('a database of a newer version is not opened', async () => {
  (await openDatabase('test', 2, createRows)).close();
  await expect(openRows()).rejects.toMatchObject({ name: 'VersionError' });
});
