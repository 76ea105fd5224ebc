import type { Page } from 'playwright-core';

/** A combobox or listbox that has the focus, as a screen reader finds it. */
interface Announced {
  expanded: string | null;
  /** The words of the option that it names as the active one; null where it names none that is there. */
  active: string | null;
  /** That option's place among how many, and whether the whole of it can be seen. */
  place: string | null;
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
      place: option && `${option.getAttribute('aria-posinset')}/${option.getAttribute('aria-setsize')}`,
      inView: Boolean(box && list && box.top >= list.top && box.bottom <= list.bottom),
    };
  });

/** Waits until a live region says so. */
export const untilAnnounced = (page: Page, words: string): Promise<void> =>
  page.locator('[aria-live=polite]').getByText(words, { exact: true }).waitFor({ state: 'attached' });
