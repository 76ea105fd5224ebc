import { expect } from 'vitest';
import type { Pushpin } from './pushpin.ts';

/** Cuts the network, and waits until the worker knows: `setOffline` comes back earlier. */
export async function goOffline(pushpin: Pushpin): Promise<void> {
  await pushpin.goOffline();
  const worker = await pushpin.worker();
  await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(false);
}

/** The opposite of {@link goOffline}. */
export async function goOnline(pushpin: Pushpin): Promise<void> {
  await pushpin.goOnline();
  const worker = await pushpin.worker();
  await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(true);
}
