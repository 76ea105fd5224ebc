import type { Page } from 'playwright-core';
import { openPins } from '../../browser/support/bulk.ts';
import type { Pushpin } from '../../browser/support/pushpin.ts';

/** The page that is open and visible during a run, if any. */
export const watchers = ['none', 'popup', 'pins'] as const;
export type Watcher = (typeof watchers)[number];

/** Opens the page in front of all others, as a user sees it; null for none. */
export async function openWatcher(pushpin: Pushpin, watcher: Watcher): Promise<Page | null> {
  if (watcher === 'none') return null;
  const page = await (watcher === 'popup' ? pushpin.openPopup() : openPins(pushpin));
  await page.bringToFront();
  const state = await page.evaluate(() => document.visibilityState);
  if (state !== 'visible') throw new Error(`The page "${watcher}" is ${state} and would do nothing`);
  return page;
}
