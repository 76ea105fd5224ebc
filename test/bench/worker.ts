import type { Page } from 'playwright-core';
import type { Pushpin } from '../browser/support/pushpin.ts';
import type { Measure } from './compare.ts';

/** Sends an intent from a page to the worker and returns how long the answer took, in ms by the page's clock. */
const ask = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ intent: 'overview', input: {} });
    return performance.now() - start;
  });

export const askWarm =
  (page: Page): Measure =>
  () =>
    ask(page);

export const askCold =
  (pushpin: Pushpin, page: Page): Measure =>
  async () => {
    await pushpin.stopWorker();
    return ask(page);
  };
