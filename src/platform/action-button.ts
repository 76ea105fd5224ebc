import { browser } from './browser';

const popupPage = 'src/popup/index.html';
const optionsPage = 'src/options/index.html';
/** The size in px of the window that stands in for the popup. */
const windowSize = { width: 400, height: 620 };

/** Sets the badge of the toolbar icon, and the title that a pointer or a screen reader finds there. */
export async function showOnToolbar(badge: { text: string; color: string; title: string }): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: badge.color }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
    browser.action.setTitle({ title: badge.title }),
  ]);
}

/** Thrown if the browser opened neither the wanted page nor another one in its place. */
export class NotOpened extends Error {}

/**
 * Opens the popup. If Chrome refuses (no window has the focus, or the version is too old), opens the same page in a small
 * window. Throws `NotOpened`.
 */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    const url = browser.runtime.getURL(`${popupPage}?window`);
    await orNotOpened(browser.windows.create({ url, type: 'popup', ...windowSize }));
  }
}

/**
 * The hash of the options' URL, which says why they are opened: `#accounts` shows the accounts, `#edit=…` edits the
 * account of that id, `#waiting` adds a first account for a message that waits, `#offer` adds an account from
 * credentials that were found in a text, and `#clipboard` and `#clipboard=paste` ask for the permission to read the
 * clipboard.
 */
export type OptionsHash = '#accounts' | `#edit=${string}` | '#waiting' | '#offer' | '#clipboard' | '#clipboard=paste';

/** Opens the options in a tab, or shows the tab that has them already. Throws `NotOpened`. */
export async function openOptions(hash: OptionsHash = '#accounts'): Promise<void> {
  const page = browser.runtime.getURL(optionsPage);
  const [tab] = await browser.tabs.query({ url: `${page}*` });
  const url = page + hash;
  // If the page is open already, only its hash changes, so it keeps what was typed there.
  await orNotOpened(tab ? browser.tabs.update(tab.id, { active: true, url }) : browser.tabs.create({ url }));
  if (tab?.windowId) await browser.windows.update(tab.windowId, { focused: true });
}

async function orNotOpened(opening: Promise<unknown>): Promise<void> {
  try {
    await opening;
  } catch {
    throw new NotOpened();
  }
}
