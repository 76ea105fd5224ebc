/** Runs inside the worker: empties every store that is about requests, and those others. */
export const forgetRequests = (others: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('pushpin');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const names = [...database.objectStoreNames].filter((name) => name !== 'chats' || others.includes(name));
      if (names.length === 0) return resolve(database.close());
      const transaction = database.transaction(names, 'readwrite');
      for (const name of names) transaction.objectStore(name).clear();
      transaction.oncomplete = () => resolve(database.close());
      transaction.onerror = () => reject(transaction.error);
    };
  });
