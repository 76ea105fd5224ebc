import * as v from 'valibot';
import { completionOf, openDatabase, resultOf } from './idb-promises';
import { migrations } from './migrations';

const name = 'pushpin';
/** The version that the first migration creates; version 1 was never published. */
const firstVersion = 2;
const version = firstVersion + migrations.length - 1;

type Mode = 'readonly' | 'readwrite';

/** The checked rows of one store, inside a transaction. A row of another shape is skipped and stays as it is. */
export interface Store<T extends { id: string }> {
  get(id: string): Promise<T | undefined>;
  all(): Promise<T[]>;
  put(row: T): void;
  remove(id: string): void;
  /** Removes at most `max` rows whose id starts with the prefix, of any shape. Returns how many it removed. */
  removeSome(prefix: string, max: number): Promise<number>;
  /** Returns the first `count` rows whose index key starts with the prefix. This is much faster than a walk. */
  page(index: string, prefix: readonly IDBValidKey[], count: number, after?: readonly IDBValidKey[]): Promise<T[]>;
  /**
   * Yields the rows whose index key starts with the prefix, in the order of the index. Each row is read just before it
   * is yielded.
   */
  walk(index: string, prefix: readonly IDBValidKey[], options?: WalkOptions): AsyncGenerator<T>;
  /**
   * Returns the key of the row that is `count` rows back in an index, from its end or from a key; undefined if there
   * are fewer.
   */
  keyBack(index: string, count: number, from?: readonly IDBValidKey[]): Promise<readonly IDBValidKey[] | undefined>;
  /** Groups the rows by the first two parts of their index key, and yields the smallest key of each group. */
  groups(index: string): AsyncGenerator<readonly IDBValidKey[]>;
}

export interface WalkOptions {
  /** Skips all rows up to this one: the parts of its index key that follow the prefix. */
  after?: readonly IDBValidKey[] | undefined;
}

export type Schemas<Rows> = { readonly [Name in keyof Rows]: (row: unknown) => row is Rows[Name] };
type Stores<Rows> = { readonly [Name in keyof Rows]: Rows[Name] extends { id: string } ? Store<Rows[Name]> : never };

/**
 * The stores on disk, used in transactions that are written completely or not at all. Inside a transaction, await
 * nothing but what its stores return: IndexedDB ends a transaction that has nothing to do.
 */
export interface Disk<Rows> {
  read<T>(work: (stores: Stores<Rows>) => Promise<T>): Promise<T>;
  /** Resolves once the data is physically on the disk. */
  write<T>(work: (stores: Stores<Rows>) => Promise<T>): Promise<T>;
  /** Writes like `write` but much faster: a power failure right afterwards may lose the transaction. */
  writeRelaxed<T>(work: (stores: Stores<Rows>) => Promise<T>): Promise<T>;
}

/** The rows that a transaction put, by their ids; null for the ids that it removed. Stores without a change are missing. */
export type WrittenRows<Rows> = { readonly [Name in keyof Rows]?: ReadonlyMap<string, Rows[Name] | null> };

/** The database while it is upgraded to a newer version. */
export interface Upgrade {
  database: IDBDatabase;
  transaction: IDBTransaction;
}

/** Thrown if the database was written by a newer version of Pushpin. It is neither read nor changed. */
class NewerDatabase extends Error {
  /** Pages tell errors apart by name, because the class does not survive being sent to them. */
  override readonly name = 'NewerDatabase';

  constructor() {
    super(`The database "${name}" has a newer version than this Pushpin can read.`);
  }
}

let connection: Promise<IDBDatabase> | undefined;

async function connect(): Promise<IDBDatabase> {
  try {
    const database = await openDatabase(name, version, async (database, transaction, oldVersion) => {
      const missing = migrations.slice(Math.max(0, oldVersion - firstVersion + 1));
      for (const migrate of missing) await migrate({ database, transaction });
    });
    // Another version of Pushpin wants to upgrade the database, so this one closes it, and opens it again when needed.
    database.onversionchange = () => {
      database.close();
      connection = undefined;
    };
    database.onclose = () => {
      connection = undefined;
    };
    return database;
  } catch (error) {
    connection = undefined;
    throw error instanceof DOMException && error.name === 'VersionError' ? new NewerDatabase() : error;
  }
}

/** Returns the open database. It is opened again after it was closed or could not be opened. */
function open(): Promise<IDBDatabase> {
  connection ??= connect();
  return connection;
}

/** Creates the check of a store's rows. `isSound` checks what a schema cannot express. */
export const rowGuard =
  <T>(schema: v.GenericSchema<unknown, T>, isSound: (row: T) => boolean = () => true) =>
  (row: unknown): row is T =>
    v.is(schema, row) && isSound(row as T);

/**
 * Returns the range of the keys that start with the prefix. An array sorts after every number and string, and so ends
 * the range.
 */
const keyRange = (prefix: readonly IDBValidKey[], after: readonly IDBValidKey[] = []) =>
  IDBKeyRange.bound([...prefix, ...after], [...prefix, []], after.length > 0);

function storeIn<T extends { id: string }>(
  transaction: IDBTransaction,
  store: string,
  isRow: (row: unknown) => row is T,
  onWrite: (id: string, row: T | null) => void,
): Store<T> {
  const rows = transaction.objectStore(store);
  // Writes are not awaited: later reads see them, and one that fails aborts the transaction with its error.
  const remove = (id: string): void => {
    rows.delete(id);
    onWrite(id, null);
  };
  async function* walk(index: string, prefix: readonly IDBValidKey[], { after }: WalkOptions = {}): AsyncGenerator<T> {
    const request = rows.index(index).openCursor(keyRange(prefix, after));
    for (let cursor = await resultOf(request); cursor; cursor = await resultOf(request)) {
      if (isRow(cursor.value)) yield cursor.value;
      cursor.continue();
    }
  }
  return {
    walk,
    async get(id) {
      const row: unknown = await resultOf(rows.get(id));
      return isRow(row) ? row : undefined;
    },
    all: async () => ((await resultOf(rows.getAll())) as unknown[]).filter(isRow),
    put(row) {
      rows.put(row);
      onWrite(row.id, row);
    },
    remove,
    async removeSome(prefix, max) {
      const ids = await resultOf(rows.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`), max));
      for (const id of ids) remove(id as string);
      return ids.length;
    },
    async page(index, prefix, count, after) {
      const page: unknown[] = await resultOf(rows.index(index).getAll(keyRange(prefix, after), count));
      if (page.every(isRow)) return page;
      // Rows that cannot be read do not count, and only a walk finds the rows after them.
      const readable: T[] = [];
      for await (const row of walk(index, prefix, { after })) if (readable.push(row) === count) break;
      return readable;
    },
    async keyBack(index, count, from) {
      const request = rows.index(index).openKeyCursor(from && IDBKeyRange.upperBound(from, true), 'prev');
      let cursor = await resultOf(request);
      if (cursor && count > 1) {
        cursor.advance(count - 1);
        cursor = await resultOf(request);
      }
      return cursor?.key as IDBValidKey[] | undefined;
    },
    async *groups(index) {
      const request = rows.index(index).openKeyCursor();
      for (let cursor = await resultOf(request); cursor; cursor = await resultOf(request)) {
        const key = cursor.key as IDBValidKey[];
        yield key;
        cursor.continue([...key.slice(0, 2), []]);
      }
    },
  };
}

/**
 * Ends a transaction without waiting for the answers to its last writes. If one of the writes fails, the transaction is
 * aborted.
 */
function commit(transaction: IDBTransaction): void {
  try {
    transaction.commit();
  } catch {
    // The transaction has already ended by itself, or will end by itself.
  }
}

/**
 * Gives access to the stores that are named by the keys of `schemas`, whose values check the rows.
 * @param onWritten called after each transaction that changed something, once it is written and before its promise
 * resolves. It must not change the rows.
 */
export function disk<Rows>(schemas: Schemas<Rows>, onWritten?: (rows: WrittenRows<Rows>) => void): Disk<Rows> {
  const names = Object.keys(schemas);

  async function transact<T>(
    mode: Mode,
    durability: IDBTransactionDurability,
    work: (stores: Stores<Rows>) => Promise<T>,
  ): Promise<T> {
    const transaction = (await open()).transaction(names, mode, { durability });
    const completion = completionOf(transaction);
    const written: Record<string, Map<string, object | null>> = {};
    const onWrite = (store: string) => (id: string, row: object | null) => {
      written[store] ??= new Map();
      written[store].set(id, row);
    };
    const stores = Object.fromEntries(
      names.map((store) => [store, storeIn(transaction, store, schemas[store as keyof Rows] as never, onWrite(store))]),
    );
    try {
      const result = await work(stores as Stores<Rows>);
      commit(transaction);
      await completion;
      if (Object.keys(written).length > 0) onWritten?.(written as WrittenRows<Rows>);
      return result;
    } catch (error) {
      completion.catch(() => {});
      try {
        transaction.abort();
      } catch {
        // The transaction has already ended.
      }
      throw error;
    }
  }

  return {
    read: (work) => transact('readonly', 'default', work),
    write: (work) => transact('readwrite', 'strict', work),
    writeRelaxed: (work) => transact('readwrite', 'relaxed', work),
  };
}
