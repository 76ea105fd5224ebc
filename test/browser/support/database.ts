// Functions that run inside the service worker or a page of the extension, by `evaluate`: each stands on its own.

/** Empties every store of the database, except that of the chats if `keepChats` is set. */
export const clearDatabase = (keepChats: boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('pushpin');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const names = [...database.objectStoreNames].filter((name) => name !== 'chats' || !keepChats);
      if (names.length === 0) return resolve(database.close());
      const transaction = database.transaction(names, 'readwrite');
      for (const name of names) transaction.objectStore(name).clear();
      transaction.oncomplete = () => resolve(database.close());
      transaction.onerror = () => reject(transaction.error);
    };
  });

/** The whole content of the database, as JSON. */
export const databaseContent = async (): Promise<string> => {
  const finished = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const databases = (await indexedDB.databases()).map(async ({ name = '' }) => {
    const database = await finished(indexedDB.open(name));
    const stores = [...database.objectStoreNames].map((store) =>
      finished(database.transaction(store).objectStore(store).getAll()),
    );
    const content = await Promise.all(stores);
    database.close();
    return content;
  });
  return JSON.stringify(await Promise.all(databases));
};

/** The network, the alarms and the stored requests and gates, as one line for a report. */
export const workerState = async (): Promise<string> => {
  const rows = (name: string): Promise<Record<string, unknown>[]> =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('pushpin');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
        database.close();
      };
    });
  const alarms = (await chrome.alarms.getAll()).map(
    ({ name, scheduledTime }) => `${name} in ${Math.round((scheduledTime - Date.now()) / 1000)} s`,
  );
  const requests = (await rows('requests')).map(({ action, state, outcome }) => ({ action, state, outcome }));
  const gates = (await rows('gates')).map(({ closed }) => closed);
  return JSON.stringify({ online: navigator.onLine, alarms, requests: requests.slice(-10), gates });
};
