import type { Page } from 'playwright-core';
import type { Pushpin } from '../browser/support/pushpin.ts';
import type { Measure } from './compare.ts';

/** An intent asked from a page, by the page's own clock. */
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
