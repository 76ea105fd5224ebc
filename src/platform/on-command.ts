import { browser } from './browser';

/**
 * Calls `pressed` with a command's name, the tab in front, which the keys have opened to us as a click would, and its
 * address.
 * https://developer.chrome.com/docs/extensions/reference/api/commands
 */
export function onCommand(pressed: (name: string, tabId: number | null, address: string) => Promise<void>): void {
  browser.commands.onCommand.addListener((name, tab) => void pressed(name, tab?.id ?? null, tab?.url ?? ''));
}
