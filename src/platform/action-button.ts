import { browser } from './browser';

const popup = 'src/popup/index.html';
const options = 'src/options/index.html';
/** The fallback window, in px. */
const windowSize = { width: 400, height: 620 };

/** Sets the icon's badge and what a pointer or a screen reader finds behind it. */
export async function showOnToolbar(badge: { text: string; color: string; title: string }): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: badge.color }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
    browser.action.setTitle({ title: badge.title }),
  ]);
}

/** The browser opened neither the page that was wanted nor one in its place. */
export class NotOpened extends Error {}

/**
 * Opens the popup; where Chrome refuses (no focused window, an older version), the same page in a small window. Throws
 * `NotOpened`.
 */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    const url = browser.runtime.getURL(`${popup}?window`);
    await opened(browser.windows.create({ url, type: 'popup', ...windowSize }));
  }
}

async function opened(opening: Promise<unknown>): Promise<void> {
  try {
    await opening;
  } catch {
    throw new NotOpened();
  }
}

/**
 * Opens the options in a tab, or shows the tab that has them, at a view: `#edit=<account id>`, `#waiting` where a message waits for a first account,
 * `#offer` where credentials were found, `#clipboard` and `#clipboard=paste` to ask for the clipboard. Throws `NotOpened`.
 */
export async function openOptions(view = '#accounts'): Promise<void> {
  const page = browser.runtime.getURL(options);
  const [tab] = await browser.tabs.query({ url: `${page}*` });
  const url = page + view;
  // Another hash is only another view for the open page, which keeps what is typed there.
  await opened(tab ? browser.tabs.update(tab.id, { active: true, url }) : browser.tabs.create({ url }));
  if (tab?.windowId) await browser.windows.update(tab.windowId, { focused: true });
}
