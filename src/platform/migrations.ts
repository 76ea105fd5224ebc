import type { Upgrade } from './database';
import { fillPins } from './migrate-to-pins';
import { numberRequests } from './migrate-to-sequence';

/**
 * Each entry turns the database of one version into that of the next; the first one creates version 2. Stored data is
 * carried over and never dropped. A published entry is never changed. It must not use code for today's shapes, because
 * that code changes with them. Each version has a stored sample in test/platform/stored.
 */
export const migrations: readonly ((upgrade: Upgrade) => Promise<void> | void)[] = [
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
    // Rows without `expiresAt` are not in this index.
    database.createObjectStore('pins', { keyPath: 'id' }).createIndex('expiresAt', ['expiresAt']);
    await fillPins(transaction);
    database.deleteObjectStore('board');
  },
  async ({ database, transaction }) => {
    database.createObjectStore('bookkeeping', { keyPath: 'id' });
    await numberRequests(transaction, () => {
      // Writing all rows to a new store takes half as long as changing them and then indexing them.
      database.deleteObjectStore('requests');
      const requests = database.createObjectStore('requests', { keyPath: 'id' });
      requests.createIndex('state', ['state']);
      requests.createIndex('run', ['run', 'sequence']);
      // Only requests that wait to be sent have a turn, and only requests that have ended have `settledAt`.
      requests.createIndex('turn', ['accountId', 'run', 'turn.rank', 'turn.order']);
      requests.createIndex('settled', ['settledAt', 'sequence']);
      requests.createIndex('account', ['accountId', 'sequence']);
    });
    transaction.objectStore('aliases').createIndex('message', ['messageId']);
  },
];
