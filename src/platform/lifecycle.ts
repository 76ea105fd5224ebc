import { browser } from './browser';

/** Calls `installed` after an installation or an update. */
export function onInstalled(installed: (reason: string) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason));
}

/** Calls `started` when the browser starts. */
export function onBrowserStart(started: () => Promise<void>): void {
  browser.runtime.onStartup.addListener(() => void started());
}

/** Calls `due` when the alarm of that name rings, also in a new worker. */
export function onAlarm(name: string, due: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void due();
  });
}

/** Rings once after `minutes`, at least half a minute; replaces the alarm of the same name. */
export const setAlarm = async (name: string, minutes: number): Promise<void> => {
  await browser.alarms.create(name, { delayInMinutes: minutes });
};

export const clearAlarm = async (name: string): Promise<void> => {
  await browser.alarms.clear(name);
};
