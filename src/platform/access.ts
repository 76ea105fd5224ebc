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

/** Returns whether Pushpin may call this API now. The user can withdraw site access at any time. */
export function hasHostAccess(origin: string): Promise<boolean> {
  return browser.permissions.contains(permissionFor(origin));
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
