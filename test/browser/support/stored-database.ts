import type { Page } from 'playwright-core';
import type { StoredVersion } from '../../platform/stored-version.ts';

/** Replaces the database of the extension by one of another version with these rows. No worker may have it open. */
export const writeDatabase = (page: Page, stored: StoredVersion): Promise<void> =>
  page.evaluate(
    ({ version, stores, indexes }) =>
      new Promise<void>((resolve, reject) => {
        const fail = ({ target }: Event) => reject((target as IDBRequest).error);
        const deletion = indexedDB.deleteDatabase('pushpin');
        deletion.onerror = fail;
        deletion.onsuccess = () => {
          const opening = indexedDB.open('pushpin', version);
          opening.onerror = fail;
          opening.onupgradeneeded = () => {
            // A worker that an open page has woken may have made the database of today in the meantime.
            for (const name of [...opening.result.objectStoreNames]) opening.result.deleteObjectStore(name);
            for (const [name, rows] of Object.entries(stores)) {
              const store = opening.result.createObjectStore(name, { keyPath: 'id' });
              for (const [index, path] of Object.entries(indexes[name] ?? {})) store.createIndex(index, [...path]);
              for (const row of rows) store.put(row);
            }
          };
          opening.onsuccess = () => resolve(opening.result.close());
        };
      }),
    stored,
  );

/** Reads the version of the database and all rows of its stores. */
export const readDatabase = (page: Page): Promise<Pick<StoredVersion, 'version' | 'stores'>> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('pushpin');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const requests = names.map((name) => transaction.objectStore(name).getAll());
          transaction.onerror = () => reject(transaction.error);
          transaction.oncomplete = () => {
            const stores = Object.fromEntries(names.map((name, index) => [name, requests[index]?.result ?? []]));
            resolve({ version: database.version, stores });
            database.close();
          };
        };
      }),
  );
