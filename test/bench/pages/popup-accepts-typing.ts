import type { BrowserContext, Page } from 'playwright-core';
import { atMost, type BenchRow } from '../bench-row.ts';
import { busyFor, prependToPage } from '../change-build.ts';
import { measureInTurn } from '../measure-in-turn.ts';
import { startBenchBrowser } from './bench-browser.ts';

const popupPath = 'src/popup/index.html';

declare global {
  /** When a text box first had the focus, in ms since the page was opened; set by `noteFocus`. */
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

/**
 * Opens a page and returns the ms from the start of the navigation until its text box has the focus. The proof is a key that
 * is pressed at once: it has to appear in the box and to stay there.
 */
async function openAndType(context: BrowserContext, url: string): Promise<number> {
  const page: Page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const focusedAt = await page.waitForFunction(() => globalThis.focusedAt).then((handle) => handle.jsonValue());
  await page.keyboard.press('7');
  await page.waitForFunction(() => (document.activeElement as HTMLTextAreaElement | null)?.value === '7');
  await page.close();
  return Number(focusedAt);
}

const rounds = 15;

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
          await pushpin.stopWorker();
          return openPopup();
        },
        async () => {
          await empty.worker.stop();
          return openEmpty();
        },
        { rounds },
      );
      await pushpin.worker();
      await empty.worker.start();
      const running = await measureInTurn(openPopup, openEmpty, { rounds });
      return [
        { name: 'workers stopped', unit: 'ms', limit: atMost(1.25), pairs: stopped },
        { name: 'workers running', unit: 'ms', limit: atMost(1.25), pairs: running },
      ];
    } finally {
      await close();
    }
  },
  slowDown: ({ pushpin }) => prependToPage(pushpin, popupPath, busyFor(100)),
};
