import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import * as v from 'valibot';
import { migrations } from './migrations';

const name = 'pushpin';
/** The version that the first migration makes; version 1 was never published. */
const firstVersion = 2;
const version = firstVersion + migrations.length - 1;

type Mode = 'readonly' | 'readwrite';

/** The checked rows of one store, inside a transaction. A row of another shape is left alone, as if it were not there. */
export interface Store<T extends { id: string }> {
  get(id: string): Promise<T | undefined>;
  all(): Promise<T[]>;
  put(row: T): void;
  remove(id: string): void;
  /** The rows whose index begins so, in its order. */
  walk(index: string, beginning: readonly IDBValidKey[], options?: WalkOptions): AsyncGenerator<T>;
  count(index: string, beginning: readonly IDBValidKey[]): Promise<number>;
  /** The least key of every group of rows whose index begins with the same two parts. */
  groups(index: string): AsyncGenerator<readonly IDBValidKey[]>;
}

export interface WalkOptions {
  backwards?: boolean;
  /** Only rows whose index goes on with more than this, and with no more than that. */
  after?: IDBValidKey;
  upTo?: IDBValidKey;
}

export type Schemas<Rows> = { readonly [Name in keyof Rows]: (row: unknown) => row is Rows[Name] };
type Stores<Rows> = { readonly [Name in keyof Rows]: Rows[Name] extends { id: string } ? Store<Rows[Name]> : never };

/** What is on disk, by transactions: of each, all or nothing holds. Inside one, only await what its stores give. */
export interface Disk<Rows> {
  read<T>(work: (stores: Stores<Rows>) => Promise<T>): Promise<T>;
  /** Waits until it is on the disk itself. */
  write<T>(work: (stores: Stores<Rows>) => Promise<T>): Promise<T>;
  /** The same, but should the machine lose its power the moment after, it may be lost. Much faster. */
  writeRelaxed<T>(work: (stores: Stores<Rows>) => Promise<T>): Promise<T>;
}

/** The database while it becomes one of a newer version. */
export interface Upgrading {
  database: IDBPDatabase;
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>;
}

let opened: Promise<IDBPDatabase> | undefined;

function open(): Promise<IDBPDatabase> {
  opened ??= openDB(name, version, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      const missing = migrations.slice(Math.max(0, oldVersion - firstVersion + 1));
      for (const migrate of missing) await migrate({ database, transaction });
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

/** Whether a value has the shape, and is sound where a shape cannot say. */
export const rowGuard =
  <T>(schema: v.GenericSchema<unknown, T>, isSound: (row: T) => boolean = () => true) =>
  (row: unknown): row is T =>
    v.is(schema, row) && isSound(row as T);

/** The whole range of keys that begin so: an array sorts after every number and string. */
const range = (beginning: readonly IDBValidKey[], after?: IDBValidKey, upTo: IDBValidKey = []) =>
  IDBKeyRange.bound([...beginning, ...(after === undefined ? [] : [after])], [...beginning, upTo], after !== undefined);

function storeIn<T extends { id: string }>(
  transaction: IDBPTransaction<unknown, string[], Mode>,
  store: string,
  isRow: (row: unknown) => row is T,
): Store<T> {
  const rows = () => transaction.objectStore(store) as IDBPTransaction<unknown, [string], 'readwrite'>['store'];
  return {
    async get(id) {
      const row: unknown = await rows().get(id);
      return isRow(row) ? row : undefined;
    },
    all: async () => ((await rows().getAll()) as unknown[]).filter(isRow),
    // Not waited for: what is read afterwards sees it, and one that fails ends the transaction with its error.
    put: (row) =>
      void rows()
        .put(row)
        .catch(() => {}),
    remove: (id) =>
      void rows()
        .delete(id)
        .catch(() => {}),
    async *walk(index, beginning, { backwards = false, after, upTo } = {}) {
      const cursors = rows()
        .index(index)
        .iterate(range(beginning, after, upTo), backwards ? 'prev' : 'next');
      for await (const { value } of cursors) if (isRow(value)) yield value;
    },
    count: (index, beginning) => rows().index(index).count(range(beginning)),
    async *groups(index) {
      let cursor = await rows().index(index).openKeyCursor();
      while (cursor) {
        const key = cursor.key as IDBValidKey[];
        yield key;
        cursor = await cursor.continue([...key.slice(0, 2), []]);
      }
    },
  };
}

/** The stores of these names, whose rows pass these tests. */
export function disk<Rows>(schemas: Schemas<Rows>): Disk<Rows> {
  const names = Object.keys(schemas);

  async function transact<T>(
    mode: Mode,
    durability: IDBTransactionDurability,
    work: (stores: Stores<Rows>) => Promise<T>,
  ): Promise<T> {
    const transaction = (await open()).transaction(names, mode, { durability });
    const stores = Object.fromEntries(
      names.map((store) => [store, storeIn(transaction, store, schemas[store as keyof Rows] as never)]),
    );
    try {
      const result = await work(stores as Stores<Rows>);
      await transaction.done;
      return result;
    } catch (error) {
      transaction.done.catch(() => {});
      try {
        transaction.abort();
      } catch {
        // It has ended already.
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
