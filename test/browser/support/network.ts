import { expect } from 'vitest';
import type { Pushpin } from './pushpin.ts';

/** Cuts the network, and waits until the worker knows: `setOffline` resolves earlier. */
export async function goOffline(pushpin: Pushpin): Promise<void> {
  await pushpin.goOffline();
  const worker = await pushpin.worker();
  await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(false);
}

/** Restores the network, and waits until the worker knows. */
export async function goOnline(pushpin: Pushpin): Promise<void> {
  await pushpin.goOnline();
  const worker = await pushpin.worker();
  await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(true);
}
