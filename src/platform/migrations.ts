import type { Upgrading } from './database';
import { fillPins } from './migrate-to-pins';

/**
 * How the database of each version is made from the one before it; the first makes version 2. What is stored is carried
 * over, never dropped. An entry that has been published is never changed: it knows the shapes of its own time, so it
 * uses none of the code that goes with today's. Every version has a stored sample in test/platform/stored.
 */
export const migrations: readonly ((upgrading: Upgrading) => Promise<void> | void)[] = [
  ({ database }) => {
    const requests = database.createObjectStore('requests', { keyPath: 'id' });
    requests.createIndex('state', ['state']);
    requests.createIndex('run', ['run', 'createdAt']);
    requests.createIndex('turn', ['accountId', 'run', 'dueAt']);
    for (const store of ['board', 'gates', 'runs', 'chats']) database.createObjectStore(store, { keyPath: 'id' });
  },
  async ({ database, transaction }) => {
    database.createObjectStore('newest', { keyPath: 'id' });
    database.createObjectStore('aliases', { keyPath: 'id' });
    // A row without an end is not in this index.
    database.createObjectStore('pins', { keyPath: 'id' }).createIndex('expiresAt', ['expiresAt']);
    await fillPins(transaction);
    database.deleteObjectStore('board');
  },
];
