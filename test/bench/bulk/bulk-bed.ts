import type { Page } from 'playwright-core';
import { addPeriskope } from '../../browser/support/accounts.ts';
import { launchPushpin } from '../../browser/support/launch.ts';
import type { Pushpin } from '../../browser/support/pushpin.ts';
import { type Simulator, startSimulator } from '../../simulator/index.ts';

/** The built extension with one account at Periskope, and a simulator that answers pins after a latency. */
export interface BulkBed {
  simulator: Simulator;
  pushpin: Pushpin;
  /** A page of the extension without code of its own: it can call fetch and send messages to the worker. */
  page: Page;
  /** Returns how many pins the simulator has answered with success since the last reset. */
  answeredCount(): number;
  /** Removes all requests, runs and pins, restarts the worker, and sets the limit and latency of the simulator anew. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The limit of an account at Periskope: `limit` requests in `windowMs`. The default is so high that it is never
 * reached.
 */
export interface BulkLimit {
  limit: number;
  windowMs: number;
}

const noLimit: BulkLimit = { limit: 1_000_000, windowMs: 3_600_000 };

interface BulkBedOptions {
  /** The time that the simulator takes to answer a pin, in ms. */
  latencyMs?: number;
  limit?: BulkLimit;
  /** The folder of the extension; the default is the build in dist/. */
  extension?: string;
}

/** Starts a simulator and a Chromium with the built extension, and adds an account. */
export async function startBulkBed(options: BulkBedOptions = {}): Promise<BulkBed> {
  const { latencyMs = 20, limit = noLimit, extension } = options;
  const simulator = await startSimulator();
  const pushpin = await launchPushpin(simulator, extension === undefined ? {} : { extension }).catch(async (error) => {
    await simulator.close();
    throw error;
  });
  const setConditions = () => {
    simulator.reset();
    simulator.misbehave({ kind: 'rate-limit', on: { provider: 'periskope' }, ...limit });
    if (latencyMs > 0) simulator.misbehave({ kind: 'delay', on: { route: 'pin' }, ms: latencyMs });
  };

  setConditions();
  await addPeriskope(pushpin);
  const page = await pushpin.context.newPage();
  await page.goto(`chrome-extension://${pushpin.extensionId}/icons/16.png`);
  for (const other of pushpin.context.pages().slice(1)) if (other !== page) await other.close();

  return {
    simulator,
    pushpin,
    page,
    answeredCount: () => simulator.received.filter(({ route, status }) => route === 'pin' && status === 204).length,
    async reset() {
      await pushpin.forgetRequests();
      await pushpin.stopWorker();
      setConditions();
      await pushpin.worker();
    },
    async close() {
      await pushpin.close();
      await simulator.close();
    },
  };
}
