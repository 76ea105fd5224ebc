import type { Disk, Schemas, WalkOptions, WrittenRows } from '../../../src/platform/database.ts';

type Key = readonly (string | number)[];
type Row = Readonly<Record<string, unknown>> & { id: string };
type Entry = { row: Row; keys: Readonly<Record<string, Key | null>> };
type Rows = Map<string, Entry>;

/** The indexes of src/platform/migrations.ts; memory-disk.test.ts holds both disks to the same contract. */
const indexes: Readonly<Record<string, readonly string[]>> = {
  state: ['state'],
  run: ['run', 'sequence'],
  turn: ['accountId', 'run', 'turn.rank', 'turn.order'],
  settled: ['settledAt', 'sequence'],
  account: ['accountId', 'sequence'],
  message: ['messageId'],
};

/** Compares keys as IndexedDB does: numbers, then strings; an array comes before those that it is the start of. */
function compare(a: Key, b: Key): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left, right] = [a[index] ?? '', b[index] ?? ''];
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/** Returns the value at a key path like `turn.rank`. */
const valueAt = (row: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row);

/** Copies a row once, when it is written. It need not be copied again when it is read, because no one changes rows. */
function entryOf(row: Row): Entry {
  const copy = Object.freeze({ ...row });
  if (Object.values(copy).some((part) => typeof part === 'function')) throw new DOMException('', 'DataCloneError');
  const keys: Record<string, Key | null> = {};
  for (const [name, paths] of Object.entries(indexes)) {
    const parts = paths.map((path) => valueAt(copy, path));
    keys[name] = parts.every((part) => typeof part === 'string' || typeof part === 'number') ? (parts as Key) : null;
  }
  return { row: copy, keys };
}

const startsWith = (key: Key, prefix: Key): boolean => prefix.every((part, index) => key[index] === part);

/** Returns the entry that follows `last` in an index, among those whose key is wanted. */
function nextEntry(rows: Rows, index: string, isWanted: (key: Key) => boolean, last: Entry | null) {
  const isBefore = (a: Entry, b: Entry): boolean => {
    const order = compare(a.keys[index] ?? [], b.keys[index] ?? []) || compare([a.row.id], [b.row.id]);
    return order < 0;
  };
  let next: Entry | null = null;
  for (const entry of rows.values()) {
    const key = entry.keys[index];
    if (!key || !isWanted(key)) continue;
    if ((!last || isBefore(last, entry)) && (!next || isBefore(entry, next))) next = entry;
  }
  return next;
}

const nextTurn = (): Promise<void> => Promise.resolve();

/** Creates a disk in memory with the same transactions as IndexedDB, which is much slower in Node. */
export function createMemoryDisk<R>(schemas: Schemas<R>, onWritten?: (rows: WrittenRows<R>) => void): Disk<R> {
  let stored = new Map<string, Rows>(Object.keys(schemas).map((name) => [name, new Map()]));
  let last: Promise<unknown> = Promise.resolve();

  function storeIn(before: Rows, isRow: (row: unknown) => boolean, onError: (error: unknown) => void) {
    let changed: Rows | null = null;
    const written = new Map<string, Row | null>();
    const rows = (): Rows => changed ?? before;
    const writableRows = (): Rows => {
      changed ??= new Map(before);
      return changed;
    };
    const readable = (entry: Entry | undefined): Row | undefined => (entry && isRow(entry.row) ? entry.row : undefined);
    function remove(id: string): void {
      writableRows().delete(id);
      written.set(id, null);
    }
    return {
      rows,
      written,
      async get(id: string) {
        await nextTurn();
        return readable(rows().get(id));
      },
      async all() {
        await nextTurn();
        const entries = [...rows().values()].sort((a, b) => compare([a.row.id], [b.row.id]));
        return entries.map(readable).filter((row) => row !== undefined);
      },
      put(row: Row) {
        try {
          if (typeof row.id !== 'string') throw new DOMException('No key', 'DataError');
          writableRows().set(row.id, entryOf(row));
          written.set(row.id, row);
        } catch (error) {
          onError(error);
        }
      },
      remove,
      async removeSome(prefix: string, max: number) {
        await nextTurn();
        const ids = [...rows().keys()].filter((id) => id.startsWith(prefix)).slice(0, max);
        ids.forEach(remove);
        return ids.length;
      },
      async page(index: string, prefix: Key, count: number, after: readonly IDBValidKey[] = []) {
        await nextTurn();
        const start = [...prefix, ...(after as Key)];
        const keyOf = (entry: Entry): Key => entry.keys[index] ?? [];
        return [...rows().values()]
          .filter((entry) => entry.keys[index] && startsWith(keyOf(entry), prefix))
          .filter((entry) => after.length === 0 || compare(keyOf(entry), start) > 0)
          .sort((a, b) => compare(keyOf(a), keyOf(b)) || compare([a.row.id], [b.row.id]))
          .map(readable)
          .filter((row) => row !== undefined)
          .slice(0, count);
      },
      async *walk(index: string, prefix: Key, { after = [] }: WalkOptions = {}) {
        const start = [...prefix, ...(after as Key)];
        const isWanted = (key: Key): boolean =>
          startsWith(key, prefix) && (after.length === 0 || compare(key, start) > 0);
        let next: Entry | null = null;
        for (;;) {
          await nextTurn();
          next = nextEntry(rows(), index, isWanted, next);
          if (!next) return;
          const row = readable(next);
          if (row) yield row;
        }
      },
      async keyBack(index: string, count: number, from?: readonly IDBValidKey[]) {
        await nextTurn();
        return [...rows().values()]
          .flatMap((entry) => (entry.keys[index] ? [entry.keys[index]] : []))
          .filter((key) => !from || compare(key, from as Key) < 0)
          .sort(compare)
          .at(-count);
      },
      async *groups(index: string) {
        let group: Key | null = null;
        for (;;) {
          await nextTurn();
          const isWanted = (key: Key) => !group || compare(key.slice(0, 2), group) > 0;
          const key = nextEntry(rows(), index, isWanted, null)?.keys[index];
          if (!key) return;
          group = key.slice(0, 2);
          yield key;
        }
      },
    };
  }

  async function transact<T>(work: (stores: never) => Promise<T>): Promise<T> {
    const errors: unknown[] = [];
    const stores = Object.fromEntries(
      [...stored].map(([name, before]) => [
        name,
        storeIn(before, schemas[name as keyof R] as never, (error) => errors.push(error)),
      ]),
    );
    const result = await work(stores as never);
    if (errors.length > 0) throw errors[0];
    stored = new Map(Object.entries(stores).map(([name, { rows }]) => [name, rows()]));
    const changes = Object.entries(stores).flatMap(([name, { written }]) =>
      written.size > 0 ? [[name, written]] : [],
    );
    if (changes.length > 0) onWritten?.(Object.fromEntries(changes) as WrittenRows<R>);
    return result;
  }

  // One after the other, because the stores of all transactions overlap.
  const inTurn = <T>(work: (stores: never) => Promise<T>): Promise<T> => {
    const done = last.then(() => transact(work));
    last = done.catch(() => {});
    return done;
  };
  return { read: inTurn, write: inTurn, writeRelaxed: inTurn };
}
