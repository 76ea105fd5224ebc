import type { Page } from 'playwright-core';
import type { Pushpin } from './pushpin.ts';

/** All that Pushpin's database holds. */
export const dump = (page: Page): Promise<string> =>
  page.evaluate(async () => {
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
      return Promise.all(stores);
    });
    return JSON.stringify(await Promise.all(databases));
  });

/** What is stored beside the accounts, and what the toolbar says. */
export async function kept(pushpin: Pushpin): Promise<string> {
  const worker = await pushpin.worker();
  const stored = await worker.evaluate(async () => {
    const { accounts: _, ...others } = await chrome.storage.local.get();
    return JSON.stringify([others, await chrome.storage.session.get()]);
  });
  return stored + JSON.stringify(await pushpin.badge());
}

/** All that a page shows or holds in its fields. */
export const shown = async (page: Page): Promise<string> =>
  (await page.content()) +
  (await page
    .locator('textarea, input')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join('\n')));
