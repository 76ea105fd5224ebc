import { browser } from './browser';

const permission = { permissions: ['clipboardRead' as const] };

/** Returns whether Pushpin may read the clipboard. The permission is optional, and the user is asked for it once. */
export const hasClipboardAccess = (): Promise<boolean> => browser.permissions.contains(permission);

/**
 * Asks the user to let Pushpin read the clipboard, and returns the answer. To be called inside a click on a page in a
 * tab, because Chrome's question closes the popup.
 */
export const requestClipboardAccess = (): Promise<boolean> => browser.permissions.request(permission);
