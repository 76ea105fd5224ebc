/** Resolves with the result of a request, or rejects with its error. For a cursor this is the next row or key. */
export const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves once a transaction is written. Rejects if it is aborted, with the error of the request that failed. */
export const completionOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
  });

/**
 * Opens a database, and upgrades it if its version is older. If `upgrade` fails, the database stays as it was, and the
 * error is thrown.
 */
export async function openDatabase(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase, transaction: IDBTransaction, oldVersion: number) => Promise<void>,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  let cause: { error: unknown } | undefined;
  request.onupgradeneeded = ({ oldVersion }) => {
    const transaction = request.transaction as IDBTransaction;
    upgrade(request.result, transaction, oldVersion).catch((error: unknown) => {
      cause = { error };
      transaction.abort();
    });
  };
  try {
    return await resultOf(request);
  } catch (error) {
    throw cause ? cause.error : error;
  }
}

/** Returns all rows of a store, unchecked. */
export const readRows = (transaction: IDBTransaction, store: string): Promise<unknown[]> =>
  resultOf(transaction.objectStore(store).getAll());

/** Writes rows, by the name of their store. A write that fails aborts the transaction with its error. */
export function putRows(transaction: IDBTransaction, rowsByStore: Readonly<Record<string, readonly object[]>>): void {
  for (const [store, rows] of Object.entries(rowsByStore)) {
    for (const row of rows) transaction.objectStore(store).put(row);
  }
}
