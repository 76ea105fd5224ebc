import type { Page } from 'playwright-core';

/** The focused combobox or listbox, as a screen reader finds it. */
interface Announced {
  expanded: string | null;
  /** The text of its active option; null without one. */
  active: string | null;
  /** The position of that option, such as `2/40`, and whether all of it is in view. */
  position: string | null;
  inView: boolean;
}

export const focusedCombobox = (page: Page): Promise<Announced> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const named = document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '');
    const option = named?.getAttribute('role') === 'option' ? named : null;
    const [box, list] = [option, option?.closest('[role=listbox]')].map((each) => each?.getBoundingClientRect());
    return {
      expanded: focused?.getAttribute('aria-expanded') ?? null,
      active: option?.innerText.replace(/\s+/g, ' ') ?? null,
      position: option && `${option.getAttribute('aria-posinset')}/${option.getAttribute('aria-setsize')}`,
      inView: Boolean(box && list && box.top >= list.top && box.bottom <= list.bottom),
    };
  });

/** Waits until a live region contains that text. */
export const untilAnnounced = (page: Page, words: string): Promise<void> =>
  page.locator('[aria-live=polite]').getByText(words, { exact: true }).waitFor({ state: 'attached' });
