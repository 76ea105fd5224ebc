import type { BrowserContext, Page } from 'playwright-core';
import { untilAnswered } from '../../browser/support/open-messages.ts';
import { atMost, type BenchRow } from '../bench-row.ts';
import { busyFor, prependToPage } from '../change-build.ts';
import { measureInTurn } from '../measure-in-turn.ts';
import { startBenchBrowser, stopWithProcess } from './bench-browser.ts';

const popupPath = 'src/popup/index.html';

declare global {
  /** The time when a text box first had the focus, in ms since the page was opened; set by `noteFocus`. */
  var focusedAt: number | undefined;
}

/** Runs in a page before its scripts, and notes when a text box first has the focus. */
function noteFocus(): void {
  addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof HTMLTextAreaElement) globalThis.focusedAt ??= performance.now();
    },
    true,
  );
}

/** Waits until the text box that has the focus holds that text. */
async function untilTyped(page: Page, text: string): Promise<void> {
  await page.waitForFunction((value) => (document.activeElement as HTMLTextAreaElement | null)?.value === value, text);
}

/**
 * Opens a page and returns the ms from the start of the navigation until its text box has the focus. The proof is a key that
 * is pressed at once: it has to appear in the box, and to be there still when the worker has answered.
 */
async function openAndType(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const focusedAt = await page.waitForFunction(() => globalThis.focusedAt).then((handle) => handle.jsonValue());
  await page.keyboard.press('7');
  await untilTyped(page, '7');
  await untilAnswered(page);
  await untilTyped(page, '7');
  // The popup would keep the text as a draft for the next time.
  await page.keyboard.press('Backspace');
  await untilTyped(page, '');
  await untilAnswered(page);
  await page.close();
  return Number(focusedAt);
}

const options = { rounds: 20, pauseMs: 100 };

export const popupAcceptsTyping: BenchRow = {
  number: 1,
  work: 'Popup opened until it accepts typing',
  beside: 'an empty page of Preact and the polyfill',
  async measure(builds) {
    const { pushpin, load, close } = await startBenchBrowser(builds);
    try {
      const { context, extensionId } = pushpin;
      const empty = await load(builds.emptyExtension);
      await context.addInitScript(noteFocus);
      const openPopup = () => openAndType(context, `chrome-extension://${extensionId}/${popupPath}`);
      const openEmpty = () => openAndType(context, `chrome-extension://${empty.id}/popup.html`);
      const stopped = await measureInTurn(
        async () => {
          await stopWithProcess(pushpin.stopWorker);
          return openPopup();
        },
        async () => {
          await stopWithProcess(empty.worker.stop);
          return openEmpty();
        },
        options,
      );
      await pushpin.worker();
      await empty.worker.start();
      const running = await measureInTurn(openPopup, openEmpty, options);
      return [
        { name: 'workers stopped', unit: 'ms', limit: atMost(1.25), pairs: stopped },
        { name: 'workers running', unit: 'ms', limit: atMost(1.25), pairs: running },
      ];
    } finally {
      await close();
    }
  },
  slowDown: ({ pushpin }) => prependToPage(pushpin, popupPath, busyFor(200)),
};
