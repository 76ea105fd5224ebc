import type { Page } from 'playwright-core';
import type { Pushpin } from './pushpin.ts';

/** Everything in `chrome.storage` except the accounts, and what the toolbar icon shows, as JSON. */
export async function storageAndBadge(pushpin: Pushpin): Promise<string> {
  const worker = await pushpin.worker();
  const stored = await worker.evaluate(async () => {
    const { accounts: _, ...others } = await chrome.storage.local.get();
    return JSON.stringify([others, await chrome.storage.session.get()]);
  });
  return stored + JSON.stringify(await pushpin.badge());
}

/** The HTML of a page and the values of its fields. */
export const pageContent = async (page: Page): Promise<string> =>
  (await page.content()) +
  (await page
    .locator('textarea, input')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join('\n')));
