import type { Locator, Page } from 'playwright-core';

/** Returns the name of the focused element; empty if none has the focus. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return '';
    const label = 'labels' in focused ? (focused as HTMLInputElement).labels?.[0]?.textContent : null;
    return (focused.getAttribute('aria-label') ?? label ?? focused.textContent ?? '').trim();
  });

/** Waits until an element has the focus. */
export const untilFocused = (element: Locator): Promise<void> =>
  element.and(element.page().locator(':focus')).waitFor();
