import type { Disk, Schemas, WalkOptions } from '../../../src/platform/database.ts';

type Key = readonly (string | number)[];
type Row = Readonly<Record<string, unknown>> & { id: string };
type Entry = { row: Row; keys: Readonly<Record<string, Key | null>> };
type Rows = Map<string, Entry>;

/** The indexes of src/platform/database.ts; test/pins/memory-disk.test.ts holds both disks to the same contract. */
const indexes: Readonly<Record<string, readonly string[]>> = {
  state: ['state'],
  run: ['run', 'createdAt'],
  turn: ['accountId', 'run', 'dueAt'],
};

/** IndexedDB's order: numbers, then strings; an array that another begins with is the lesser. */
function compare(a: Key, b: Key): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [left, right] = [a[at] ?? '', b[at] ?? ''];
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/** A copy that nobody changes, and that need not be copied again when it is given: what is in a row is never changed. */
function entryOf(row: Row): Entry {
  const kept = Object.freeze({ ...row });
  if (Object.values(kept).some((part) => typeof part === 'function')) throw new DOMException('', 'DataCloneError');
  const keys: Record<string, Key | null> = {};
  for (const [name, path] of Object.entries(indexes)) {
    const parts = path.map((part) => kept[part]);
    keys[name] = parts.every((part) => typeof part === 'string' || typeof part === 'number') ? (parts as Key) : null;
  }
  return { row: kept, keys };
}

const startsWith = (key: Key, beginning: Key): boolean => beginning.every((part, at) => key[at] === part);

/** The entry that comes next in an index after that place, among those whose key `isMeant`. */
function nextEntry(rows: Rows, index: string, isMeant: (key: Key) => boolean, last: Entry | null, backwards: boolean) {
  const isBefore = (a: Entry, b: Entry): boolean => {
    const order = compare(a.keys[index] ?? [], b.keys[index] ?? []) || compare([a.row.id], [b.row.id]);
    return backwards ? order > 0 : order < 0;
  };
  let next: Entry | null = null;
  for (const entry of rows.values()) {
    const key = entry.keys[index];
    if (!key || !isMeant(key)) continue;
    if ((!last || isBefore(last, entry)) && (!next || isBefore(entry, next))) next = entry;
  }
  return next;
}

const turn = (): Promise<void> => Promise.resolve();

/** What is on a disk that lives in memory alone: much faster than IndexedDB in Node, with the same transactions. */
export function createMemoryDisk<R>(schemas: Schemas<R>): Disk<R> {
  let kept = new Map<string, Rows>(Object.keys(schemas).map((name) => [name, new Map()]));
  let last: Promise<unknown> = Promise.resolve();

  function storeIn(before: Rows, isRow: (row: unknown) => boolean, fail: (error: unknown) => void) {
    let changed: Rows | null = null;
    const store = (): Rows => changed ?? before;
    const change = (): Rows => {
      changed ??= new Map(before);
      return changed;
    };
    const given = (entry: Entry | undefined): Row | undefined => (entry && isRow(entry.row) ? entry.row : undefined);
    return {
      store,
      async get(id: string) {
        await turn();
        return given(store().get(id));
      },
      async all() {
        await turn();
        const entries = [...store().values()].sort((a, b) => compare([a.row.id], [b.row.id]));
        return entries.map(given).filter((row) => row !== undefined);
      },
      put(row: Row) {
        try {
          if (typeof row.id !== 'string') throw new DOMException('No key', 'DataError');
          change().set(row.id, entryOf(row));
        } catch (error) {
          fail(error);
        }
      },
      remove: (id: string) => void change().delete(id),
      async *walk(index: string, beginning: Key, { backwards = false, after, upTo }: WalkOptions = {}) {
        const isMeant = (key: Key): boolean =>
          startsWith(key, beginning) &&
          (after === undefined || compare(key.slice(0, beginning.length + 1), [...beginning, after as string]) > 0) &&
          (upTo === undefined || compare(key, [...beginning, upTo as string]) <= 0);
        let next: Entry | null = null;
        for (;;) {
          await turn();
          next = nextEntry(store(), index, isMeant, next, backwards);
          if (!next) return;
          const row = given(next);
          if (row) yield row;
        }
      },
      async count(index: string, beginning: Key) {
        await turn();
        return [...store().values()].filter(({ keys }) => keys[index] && startsWith(keys[index], beginning)).length;
      },
      async *groups(index: string) {
        let group: Key | null = null;
        for (;;) {
          await turn();
          const isMeant = (key: Key) => !group || compare(key.slice(0, 2), group) > 0;
          const key = nextEntry(store(), index, isMeant, null, false)?.keys[index];
          if (!key) return;
          group = key.slice(0, 2);
          yield key;
        }
      },
    };
  }

  async function transact<T>(work: (stores: never) => Promise<T>): Promise<T> {
    const failures: unknown[] = [];
    const stores = Object.fromEntries(
      [...kept].map(([name, before]) => [
        name,
        storeIn(before, schemas[name as keyof R] as never, (error) => failures.push(error)),
      ]),
    );
    const result = await work(stores as never);
    if (failures.length > 0) throw failures[0];
    kept = new Map(Object.entries(stores).map(([name, { store }]) => [name, store()]));
    return result;
  }

  /** One after the other: their stores overlap. */
  const inTurn = <T>(work: (stores: never) => Promise<T>): Promise<T> => {
    const done = last.then(() => transact(work));
    last = done.catch(() => {});
    return done;
  };
  return { read: inTurn, write: inTurn, writeRelaxed: inTurn };
}
