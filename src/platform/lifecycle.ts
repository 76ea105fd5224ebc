import { browser } from './browser';

/** Calls `onInstall` with Chrome's reason after Pushpin was installed or updated. */
export function onInstalled(onInstall: (reason: string) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void onInstall(reason));
}

/** Calls `onStart` when the browser starts. */
export function onBrowserStart(onStart: () => Promise<void>): void {
  browser.runtime.onStartup.addListener(() => void onStart());
}
