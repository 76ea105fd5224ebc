import { expect } from 'vitest';
import type { Pushpin } from './pushpin.ts';

/** Fires Pushpin's one alarm now. Expects it to be set to fire within that time, in ms. */
export async function ringAlarm(pushpin: Pushpin, within: number): Promise<void> {
  const worker = await pushpin.worker();
  const waits = await worker.evaluate(async () => {
    const alarms = await chrome.alarms.getAll();
    for (const alarm of alarms) chrome.alarms.onAlarm.dispatch(alarm);
    return alarms.map(({ scheduledTime }) => scheduledTime - Date.now());
  });
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeLessThanOrEqual(within);
}
