import { browser } from './browser';

/** A storage area of Chrome. Only Chrome has `setAccessLevel`, so the polyfill's types do not have it. */
interface RestrictedArea {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Hides the stored credentials from scripts that run inside web pages. To be called at every start of the worker. */
export async function closeStorageToPages(): Promise<void> {
  const local = browser.storage.local as Partial<RestrictedArea>;
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

const permissionFor = (origin: string) => ({ origins: [`${origin}/*`] });

/** Whether Pushpin may call each origin, as Chrome has answered. Emptied whenever a permission changes. */
let knownAccess = new Map<string, boolean>();
const forgetAccess = (): void => {
  knownAccess = new Map();
};

/** Returns whether Pushpin may call this API now. The user can withdraw site access at any time. */
export async function hasHostAccess(origin: string): Promise<boolean> {
  // Asking Chrome takes about a millisecond, so it is asked once, and not before every call of a run.
  const currentAccess = knownAccess;
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    if (!event.hasListener(forgetAccess)) event.addListener(forgetAccess);
  }
  const hasAccess = currentAccess.get(origin) ?? (await browser.permissions.contains(permissionFor(origin)));
  currentAccess.set(origin, hasAccess);
  return hasAccess;
}

/**
 * Asks the user to let Pushpin call this API, and returns the answer. Chrome only allows the question inside a click on
 * one of our pages, before anything else is awaited.
 */
export function requestHostAccess(origin: string): Promise<boolean> {
  return browser.permissions.request(permissionFor(origin));
}

/** Calls `onGranted` when the user gives Pushpin a permission, such as the access to a host. */
export function onHostAccess(onGranted: () => Promise<void>): void {
  browser.permissions.onAdded.addListener(() => void onGranted());
}
