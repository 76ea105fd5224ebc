import { browser } from './browser';
import { now } from './clock';

/** Chrome's shortest delay of an alarm. A worker without events lives about as long. */
const minAlarmDelayMs = 30_000;
/** An alarm that is set to within this time of its new time is left as it is. */
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
 * Sets the time of a job, in unix ms; null clears it. Each job has one time, and an alarm of its own that no other job
 * touches. A time that comes sooner than Chrome's alarms can ring is kept by a timer, and by an alarm besides in case
 * this worker ends first.
 */
export function setAlarm(name: string, at: number | null): void {
  const job = jobOf(name);
  clearTimeout(job.timer);
  const delayMs = at === null ? minAlarmDelayMs : at - now();
  if (delayMs < minAlarmDelayMs) job.timer = setTimeout(() => void job.onDue?.(), Math.max(0, delayMs));

  const ringsAt = at === null ? null : Math.max(at, now() + minAlarmDelayMs);
  if (isAboutSame(ringsAt, job.ringsAt)) return;
  job.ringsAt = ringsAt;
  const isSet = ringsAt === null ? browser.alarms.clear(name) : browser.alarms.create(name, { when: ringsAt });
  isSet.catch(() => {
    job.ringsAt = undefined;
  });
}

/** An alarm need not be set again for about the same time, although every request asks for it. */
function isAboutSame(ringsAt: number | null, previous: number | null | undefined): boolean {
  if (ringsAt === null || previous === null || previous === undefined) return ringsAt === previous;
  return Math.abs(ringsAt - previous) < toleranceMs;
}
