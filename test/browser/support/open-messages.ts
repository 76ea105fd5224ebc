import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { maxWaitMs } from '../../max-wait.ts';

interface Counting {
  /** Messages of this page that the worker has not answered yet. */
  openMessages?: number;
  browser?: typeof chrome;
}

/** Runs in every page of the extension before the page's own code. */
function wrapSendMessage(): void {
  const page = globalThis as Counting;
  page.openMessages = 0;
  const add = (count: number) => {
    page.openMessages = (page.openMessages ?? 0) + count;
  };
  for (const { runtime } of new Set([chrome, page.browser ?? chrome])) {
    const send = runtime?.sendMessage as undefined | ((...message: unknown[]) => unknown);
    if (!send) continue;
    const sendCounted = (...message: unknown[]) => {
      const answer = send.apply(runtime, message);
      if (answer instanceof Promise) {
        add(1);
        const end = () => add(-1);
        answer.then(end, end);
      }
      return answer;
    };
    Object.assign(runtime, { sendMessage: sendCounted });
  }
}

/** Lets all pages that are opened from now on count their messages to the worker. */
export const countOpenMessages = async (context: BrowserContext): Promise<void> => {
  // tsx compiles functions with calls of this helper, also those that run in a page.
  await context.addInitScript('globalThis.__name ??= (value) => value;');
  await context.addInitScript(wrapSendMessage);
};

/**
 * Waits until the worker has answered everything that a page has asked, such as the plan of what was typed, and has
 * written what the page gave it to keep. A person is never fast enough to be ahead of that; Playwright is.
 */
export async function untilAnswered(page: Page): Promise<void> {
  const isOpen = () => page.evaluate(() => ((globalThis as Counting).openMessages ?? 0) > 0);
  for (const end = Date.now() + maxWaitMs; await isOpen(); await sleep(5)) {
    if (Date.now() > end)
      throw new Error(`After ${maxWaitMs} ms, the worker has not answered all messages of the page`);
  }
}
