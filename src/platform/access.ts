import { browser } from './browser';

interface Closable {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Keeps scripts that run inside web pages away from the stored credentials. Wanted at every start of the worker. */
export async function closeStorageToPages(): Promise<void> {
  // Chrome's own; the polyfill's types do not have it.
  const local = browser.storage.local as Partial<Closable>;
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

const hosts = (origin: string) => ({ origins: [`${origin}/*`] });

/** Whether the user lets Pushpin reach that API now: site access can be withdrawn at any time. */
export function mayReach(origin: string): Promise<boolean> {
  return browser.permissions.contains(hosts(origin));
}

/** Asks for it. Only inside a click on one of our pages, before anything else is awaited. */
export function askToReach(origin: string): Promise<boolean> {
  return browser.permissions.request(hosts(origin));
}

/** Calls `granted` when the user lets Pushpin reach hosts again. */
export function onReachable(granted: () => Promise<void>): void {
  browser.permissions.onAdded.addListener(() => void granted());
}
