import { browser } from './browser';
import { now } from './clock';

/** Calls `installed` after an installation or an update. */
export function onInstalled(installed: (reason: string) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason));
}

/** Calls `started` when the browser starts. */
export function onBrowserStart(started: () => Promise<void>): void {
  browser.runtime.onStartup.addListener(() => void started());
}

/** The one alarm: chrome.alarms wakes a worker that has ended. */
const alarm = 'outbox';
/** Chrome rings no alarm earlier, in ms; and a worker that hears nothing lives as long. */
const soonest = 30_000;

/** When it rings, unix ms; undefined where this worker does not know. */
let ringsAt: number | null | undefined;

/** Calls `due` when the time of `wakeAt` has come, also in a new worker. */
export function onAlarm(due: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarm) return;
    ringsAt = null;
    void due();
  });
}

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Has `due` called at that time in unix ms, and what `onAlarm` says if this worker has ended by then; null: never. A
 * later call replaces an earlier one.
 */
export function wakeAt(at: number | null, due: () => Promise<void>): void {
  clearTimeout(timer);
  const wait = at === null ? soonest : at - now();
  if (wait < soonest) timer = setTimeout(() => void due(), Math.max(0, wait));
  const rings = at === null ? null : Math.max(at, now() + soonest);
  if (isAbout(rings, ringsAt)) return;
  ringsAt = rings;
  const set = rings === null ? browser.alarms.clear(alarm) : browser.alarms.create(alarm, { when: rings });
  set.catch(() => {
    ringsAt = undefined;
  });
}

/** An alarm that rings at about the same time need not be set again: that is asked for with every request. */
function isAbout(rings: number | null, known: number | null | undefined): boolean {
  if (rings === null || known === null || known === undefined) return rings === known;
  return Math.abs(rings - known) < 1_000;
}
