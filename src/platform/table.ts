import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';

const database = 'pushpin';
const version = 1;

/** What the tables hold; its indexes are `createdAt` (unix ms) and `state`. */
export interface Row {
  id: string;
  createdAt: number;
  state: string;
}

interface Schema extends DBSchema {
  requests: { key: string; value: Row; indexes: { createdAt: number; state: string } };
  chats: { key: string; value: { id: string } };
}

/** Checked records in IndexedDB. Records of another shape are left alone and not returned. */
export interface Table<T extends Row> {
  /** Writes all or none. */
  add(rows: readonly T[]): Promise<void>;
  /** Reads, changes and writes in one transaction; undefined where there is no such record. */
  update(id: string, change: (row: T) => T): Promise<T | undefined>;
  get(id: string): Promise<T | undefined>;
  inState(state: T['state']): Promise<T[]>;
  /** The newest `count` records, newest first. */
  newest(count: number): Promise<T[]>;
}

/** Checked records that can be had again from elsewhere, one an id. One of another shape counts as not there. */
export interface Cache<T extends { id: string }> {
  get(id: string): Promise<T | undefined>;
  put(row: T): Promise<void>;
  /** Changes a record that is there, in one transaction. */
  update(id: string, change: (row: T) => T): Promise<void>;
  remove(id: string): Promise<void>;
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(database, version, {
    upgrade(db) {
      const store = db.createObjectStore('requests', { keyPath: 'id' });
      store.createIndex('createdAt', 'createdAt');
      store.createIndex('state', 'state');
      db.createObjectStore('chats', { keyPath: 'id' });
    },
    // Another version of Pushpin wants to upgrade: let it, and open again when needed.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

const reader =
  <T>(schema: v.GenericSchema<unknown, T>, isSound: (row: T) => boolean = () => true) =>
  (row: unknown): T[] => {
    const read = v.safeParse(schema, row);
    return read.success && isSound(read.output) ? [read.output] : [];
  };

/** The table of that name, whose records have that shape. @param isSound what a shape cannot say */
export function table<T extends Row>(
  name: 'requests',
  schema: v.GenericSchema<unknown, T>,
  isSound: (row: T) => boolean,
): Table<T> {
  const readable = reader(schema, isSound);
  return {
    async add(rows) {
      const transaction = (await open()).transaction(name, 'readwrite', { durability: 'strict' });
      await Promise.all([...rows.map((row) => transaction.store.add(row)), transaction.done]);
    },
    async update(id, change) {
      const transaction = (await open()).transaction(name, 'readwrite', { durability: 'strict' });
      const [row] = readable(await transaction.store.get(id));
      const changed = row && change(row);
      if (changed) await transaction.store.put(changed);
      await transaction.done;
      return changed;
    },
    async get(id) {
      return readable(await (await open()).get(name, id))[0];
    },
    async inState(state) {
      return (await (await open()).getAllFromIndex(name, 'state', state)).flatMap(readable);
    },
    async newest(count) {
      const rows: T[] = [];
      const index = (await open()).transaction(name).store.index('createdAt');
      for await (const cursor of index.iterate(null, 'prev')) {
        rows.push(...readable(cursor.value));
        if (rows.length >= count) break;
      }
      return rows;
    },
  };
}

/** The cache of that name, whose records have that shape. */
export function cache<T extends { id: string }>(name: 'chats', schema: v.GenericSchema<unknown, T>): Cache<T> {
  const readable = reader(schema);
  return {
    async get(id) {
      return readable(await (await open()).get(name, id))[0];
    },
    async put(row) {
      await (await open()).put(name, row);
    },
    async update(id, change) {
      const transaction = (await open()).transaction(name, 'readwrite');
      const [row] = readable(await transaction.store.get(id));
      if (row) await transaction.store.put(change(row));
      await transaction.done;
    },
    async remove(id) {
      await (await open()).delete(name, id);
    },
  };
}
