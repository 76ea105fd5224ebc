import { browser } from './browser';
import { now } from './clock';

/** The minimum delay of an alarm in Chrome. A worker without events lives about as long. */
const minAlarmDelayMs = 30_000;
/** An alarm is not set again if its time would change by less than this. */
const toleranceMs = 1_000;

interface Job {
  onDue?: () => Promise<void>;
  timer?: ReturnType<typeof setTimeout>;
  /** When the alarm rings, null if none is set, undefined if this worker has not set or cleared it yet. */
  ringsAt?: number | null;
}

const jobs = new Map<string, Job>();

function jobOf(name: string): Job {
  const job = jobs.get(name) ?? {};
  jobs.set(name, job);
  return job;
}

/**
 * Calls `onDue` when the time of the job of that name has come, also if an earlier worker set it. To be called once for
 * each job, synchronously, while the worker starts.
 */
export function onAlarm(name: string, onDue: () => Promise<void>): void {
  const job = jobOf(name);
  job.onDue = onDue;
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== name) return;
    job.ringsAt = null;
    void onDue();
  });
}

/**
 * Sets the time of a job, in unix ms; null clears it. Each job has one time and an alarm of its own. If the time comes
 * sooner than Chrome's alarms can ring, a timer keeps it, and an alarm follows in case this worker ends first.
 */
export function setAlarm(name: string, at: number | null): void {
  const job = jobOf(name);
  clearTimeout(job.timer);
  const delayMs = at === null ? minAlarmDelayMs : at - now();
  if (delayMs < minAlarmDelayMs) job.timer = setTimeout(() => void job.onDue?.(), Math.max(0, delayMs));

  const ringsAt = at === null ? null : Math.max(at, now() + minAlarmDelayMs);
  if (isAboutSame(ringsAt, job.ringsAt)) return;
  job.ringsAt = ringsAt;
  const change = ringsAt === null ? browser.alarms.clear(name) : browser.alarms.create(name, { when: ringsAt });
  change.catch(() => {
    job.ringsAt = undefined;
  });
}

/** Returns whether an alarm that was set before rings at about the wanted time, so that it need not be set again. */
function isAboutSame(ringsAt: number | null, previous: number | null | undefined): boolean {
  if (ringsAt === null || previous === null || previous === undefined) return ringsAt === previous;
  return Math.abs(ringsAt - previous) < toleranceMs;
}
