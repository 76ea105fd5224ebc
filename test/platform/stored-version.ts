import { openDB } from 'idb';
import version2 from './stored/version-2.json' with { type: 'json' };
import version3 from './stored/version-3.json' with { type: 'json' };

type Indexes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What a database of an earlier version held, and the indexes that it had. */
export interface StoredVersion {
  version: number;
  stores: Readonly<Record<string, readonly object[]>>;
  indexes: Indexes;
}

const requests = { state: ['state'], run: ['run', 'createdAt'], turn: ['accountId', 'run', 'dueAt'] };

export const storedVersion2: StoredVersion = { version: 2, stores: version2.stores, indexes: { requests } };
export const storedVersion3: StoredVersion = {
  version: 3,
  stores: version3.stores,
  indexes: { requests, pins: { expiresAt: ['expiresAt'] } },
};

/** Makes a database as an earlier version made it, with its rows. */
export async function writeStoredVersion({ version, stores, indexes }: StoredVersion): Promise<void> {
  const database = await openDB('pushpin', version, {
    upgrade(created) {
      for (const name of Object.keys(stores)) {
        const store = created.createObjectStore(name, { keyPath: 'id' });
        for (const [index, path] of Object.entries(indexes[name] ?? {})) store.createIndex(index, [...path]);
      }
    },
  });
  for (const [name, rows] of Object.entries(stores)) for (const row of rows) await database.put(name, row);
  database.close();
}
