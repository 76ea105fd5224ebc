import { browser } from './browser';

/**
 * Calls `onPressed` when the user presses the keys of a command, with its name and the id and URL of the active tab. Like
 * a click on the toolbar icon, the keys let Pushpin read that tab.
 * https://developer.chrome.com/docs/extensions/reference/api/commands
 */
export function onCommand(onPressed: (name: string, tabId: number | null, url: string) => Promise<void>): void {
  browser.commands.onCommand.addListener((name, tab) => void onPressed(name, tab?.id ?? null, tab?.url ?? ''));
}
