import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';
import { maxWaitMs } from '../../max-wait.ts';

/** Starts and stops the extension's service worker, as Chrome does at will. */
export interface RunningWorker {
  /** Returns the live worker, started if it was stopped. */
  start(): Promise<Worker>;
  /** Terminates the worker in the middle of whatever it does, as Chrome may: no catch and no finally of it runs. */
  stop(): Promise<void>;
  isRunning(): Promise<boolean>;
}

/**
 * Attaches to an extension's service worker. For Playwright it stays one and the same `Worker` over every stop and start;
 * while it is stopped, Playwright's calls to it wait. As long as we are attached, Chrome does not stop it for being idle.
 */
export async function attachToWorker(
  context: BrowserContext,
  browser: CDPSession,
  origin: string,
): Promise<RunningWorker> {
  const isOurs = (worker: { url: string | (() => string) }) =>
    (typeof worker.url === 'string' ? worker.url : worker.url()).startsWith(`${origin}/`);
  const worker = context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', isOurs));

  const findTarget = async () => {
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    return targetInfos.find(isOurs);
  };

  // Any tab of the profile can start the profile's workers. This one is the empty tab that Chromium opens with.
  const tab = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  // A message that comes meanwhile starts a stopped worker again at once: only Chrome's own events show every stop.
  let stopCount = 0;
  tab.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const stopped = versions.filter(({ runningStatus }) => runningStatus === 'stopped');
    if (stopped.some(({ scriptURL }) => scriptURL.startsWith(`${origin}/`))) stopCount += 1;
  });
  await tab.send('ServiceWorker.enable');

  return {
    async start() {
      await tab.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
      // An answer from inside shows that it runs and that Playwright has attached to it again: until then it would
      // miss a change of `setOffline`, and keep the network it had for good.
      await worker.evaluate(() => undefined);
      return worker;
    },
    async stop() {
      const target = await findTarget();
      if (!target) return;
      const countBefore = stopCount;
      await browser.send('Target.closeTarget', { targetId: target.targetId });
      for (const end = Date.now() + maxWaitMs; stopCount === countBefore; await sleep(5)) {
        if (Date.now() > end) throw new Error(`After ${maxWaitMs} ms, the service worker has not stopped`);
      }
    },
    isRunning: async () => (await findTarget()) !== undefined,
  };
}
