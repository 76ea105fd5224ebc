import { browser } from './browser';

/** Calls `onInstall` with Chrome's reason after Pushpin was installed or updated. */
export function onInstalled(onInstall: (reason: string) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void onInstall(reason));
}

/** Calls `onStart` when the browser starts. */
export function onBrowserStart(onStart: () => Promise<void>): void {
  browser.runtime.onStartup.addListener(() => void onStart());
}

/** The time, in ms, that is left to the event that started the worker before other work begins. */
const firstEventMs = 250;

/**
 * Calls `work` once the event that started the worker has had time to be answered. Chrome tells a worker neither which event
 * that is nor when it is over. The worker lives for at least 30 seconds, so the work always begins.
 */
export function afterFirstEvent(work: () => void): void {
  setTimeout(work, firstEventMs);
}
