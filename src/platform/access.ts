import * as v from 'valibot';
import { browser } from './browser';

const area = v.object({ setAccessLevel: v.function() });

/** Keeps scripts that run inside web pages away from the stored credentials. Wanted at every start of the worker. */
export async function closeStorageToPages(): Promise<void> {
  if (v.is(area, browser.storage.local))
    await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
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
