import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

interface StoredRequest {
  state: string;
  outcome: { kind: string } | null;
  settledAt: number | null;
}

/** Reads all requests from the disk. */
const readRequests = (page: Page): Promise<StoredRequest[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('pushpin');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('requests').objectStore('requests').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () =>
            resolve(reading.result.map(({ state, outcome, settledAt }) => ({ state, outcome, settledAt })));
          database.close();
        };
      }),
  );

const pollMs = 100;

/**
 * Waits until that many requests are on disk and all of them are accepted. Returns when the last one was, in unix ms.
 * Reading the requests takes time of the machine, so the providers should have answered all calls before.
 */
export async function readEnd(page: Page, count: number): Promise<number> {
  for (;;) {
    const requests = await readRequests(page);
    const ended = requests.filter(({ state, outcome }) => state === 'settled' && outcome?.kind === 'accepted');
    if (requests.length === count && ended.length === count) {
      return Math.max(...ended.map(({ settledAt }) => settledAt ?? 0));
    }
    await sleep(pollMs);
  }
}
