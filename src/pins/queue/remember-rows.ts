import type { Store } from '../../platform/database';
import type { PinRequest } from './request';
import type { PinsStores } from './stores';

/** The stores of one transaction. Each row of them is read at most once and written at most once. */
export interface RememberedStores {
  stores: PinsStores;
  /** Writes the changed rows. Must be called at the end of the transaction. */
  flush(): void;
}

/**
 * Remembers the rows that a transaction reads, puts and removes. Changed rows are written by `flush`, and before an
 * index is read.
 * @param onRequest called with each request that is put
 */
export function rememberRows(stores: PinsStores, onRequest: (request: PinRequest) => void): RememberedStores {
  const entries = Object.entries(stores).map(
    ([name, store]) => [name, rememberStore(store as Store<{ id: string }>)] as const,
  );
  const remembered = Object.fromEntries(entries.map(([name, { store }]) => [name, store])) as unknown as PinsStores;
  const put = (request: PinRequest): void => {
    remembered.requests.put(request);
    onRequest(request);
  };
  return {
    stores: { ...remembered, requests: { ...remembered.requests, put } },
    flush() {
      for (const [, { flush }] of entries) flush();
    },
  };
}

function rememberStore<T extends { id: string }>(store: Store<T>) {
  const rows = new Map<string, Promise<T | undefined>>();
  const changed = new Map<string, T | undefined>();

  const change = (id: string, row: T | undefined): void => {
    rows.set(id, Promise.resolve(row));
    changed.set(id, row);
  };
  const flush = (): void => {
    for (const [id, row] of changed) {
      if (row) store.put(row);
      else store.remove(id);
    }
    changed.clear();
  };
  const afterFlush =
    <Query extends unknown[], Result>(read: (...query: Query) => Result) =>
    (...query: Query): Result => {
      flush();
      return read(...query);
    };

  const remembered: Store<T> = {
    get(id) {
      const row = rows.get(id) ?? store.get(id);
      rows.set(id, row);
      return row;
    },
    put: (row) => change(row.id, row),
    remove: (id) => change(id, undefined),
    all: afterFlush(store.all),
    removeSome: afterFlush(store.removeSome),
    page: afterFlush(store.page),
    walk: afterFlush(store.walk),
    keyBack: afterFlush(store.keyBack),
    groups: afterFlush(store.groups),
  };
  return { store: remembered, flush };
}
