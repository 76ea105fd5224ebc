import type { Page } from 'playwright-core';
import { openPins } from '../../browser/support/bulk.ts';
import type { Pushpin } from '../../browser/support/pushpin.ts';

/** The page of Pushpin that is open while a run is sent. */
export type OpenPage = 'no page' | 'popup' | 'Options → Pins';

/** Opens a page in front of all others, as a user sees it. Returns null for no page. */
export async function openInFront(pushpin: Pushpin, openPage: OpenPage): Promise<Page | null> {
  if (openPage === 'no page') return null;
  const page = await (openPage === 'popup' ? pushpin.openPopup() : openPins(pushpin));
  await page.bringToFront();
  const state = await page.evaluate(() => document.visibilityState);
  if (state !== 'visible') throw new Error(`The page “${openPage}” is ${state}`);
  return page;
}
