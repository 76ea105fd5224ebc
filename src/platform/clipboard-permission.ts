import { browser } from './browser';

const permission = { permissions: ['clipboardRead' as const] };

/** Whether the user lets Pushpin read the clipboard: an optional permission, given once. */
export const mayReadClipboard = (): Promise<boolean> => browser.permissions.contains(permission);

/** Asks for it, inside a click on a page in a tab: the question would close the popup. */
export const askForClipboard = (): Promise<boolean> => browser.permissions.request(permission);
