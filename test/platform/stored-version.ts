import { openDB } from 'idb';

/** What a database of an earlier version held. */
export interface StoredSample {
  stores: Record<string, unknown[]>;
}

/** The indexes that the stores of version 2 had. */
const indexes: Record<string, Record<string, string[]>> = {
  requests: { state: ['state'], run: ['run', 'createdAt'], turn: ['accountId', 'run', 'dueAt'] },
};

/** Makes a database as version 2 made it, with those rows. */
export async function writeVersion2({ stores }: StoredSample): Promise<void> {
  const database = await openDB('pushpin', 2, {
    upgrade(made) {
      for (const name of Object.keys(stores)) {
        const store = made.createObjectStore(name, { keyPath: 'id' });
        for (const [index, path] of Object.entries(indexes[name] ?? {})) store.createIndex(index, path);
      }
    },
  });
  for (const [name, rows] of Object.entries(stores)) for (const row of rows) await database.put(name, row);
  database.close();
}
