import type { Page } from 'playwright-core';
import { untilAnswered } from '../../browser/support/open-messages.ts';
import type { Simulator } from '../../simulator/index.ts';
import { atMost, type BenchRow } from '../bench-row.ts';
import { busyBeforeFetch, prependToWorker } from '../change-build.ts';
import { measureInTurn } from '../measure-in-turn.ts';
import { startBenchBrowser } from './bench-browser.ts';
import { newMessageId, wholeKey } from './demo-message.ts';
import { expectOneClock, untilArrival } from './one-clock.ts';
import { pinRequest } from './pin-request.ts';

/** Fills in the popup, waits until it shows what it would send, and measures from the click on Pin. */
async function clickPin(popup: Page, simulator: Simulator): Promise<number> {
  const messageId = newMessageId();
  await popup.bringToFront();
  await popup.getByLabel('Message').fill(wholeKey(messageId));
  await untilAnswered(popup);
  const button = popup.getByRole('button', { name: 'Pin', exact: true, disabled: false });
  const arrival = untilArrival(simulator, messageId);
  const clickedAt = await button.evaluate((element: HTMLElement) => {
    const now = performance.timeOrigin + performance.now();
    element.click();
    return now;
  });
  const durationMs = await arrival.since(clickedAt);
  await untilAnswered(popup);
  return durationMs;
}

/** Measures from a call of `fetch` in a page to the arrival of the same request. */
async function fetchInPage(page: Page, simulator: Simulator): Promise<number> {
  const messageId = newMessageId();
  await page.bringToFront();
  const arrival = untilArrival(simulator, messageId);
  const calledAt = await page.evaluate(async ({ url, init }) => {
    const now = performance.timeOrigin + performance.now();
    await fetch(url, init);
    return now;
  }, pinRequest(messageId));
  return arrival.since(calledAt);
}

export const clickToRequest: BenchRow = {
  number: 2,
  work: 'Click on “Pin” until the request arrives, worker running',
  beside: 'a `fetch` from an extension page',
  async measure(builds) {
    const { simulator, pushpin, load, close } = await startBenchBrowser(builds);
    try {
      const empty = await load(builds.emptyExtension);
      const page = await empty.openPage('options.html');
      const popup = await pushpin.openPopup();
      await expectOneClock(popup);
      await expectOneClock(page);
      const pairs = await measureInTurn(
        () => clickPin(popup, simulator),
        () => fetchInPage(page, simulator),
        { rounds: 40, discardedRounds: 5, pauseMs: 100 },
      );
      return [{ name: 'one message', unit: 'ms', limit: atMost(2), pairs }];
    } finally {
      await close();
    }
  },
  slowDown: ({ pushpin }) => prependToWorker(pushpin, busyBeforeFetch(50)),
};
