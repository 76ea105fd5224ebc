import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';

/** Starts and stops the extension's service worker, as Chrome does at will. */
export interface RunningWorker {
  /** The live worker, started if it was stopped. */
  start(): Promise<Worker>;
  /** Stops it wherever it stands, as Chrome may. Nothing in it gets a last word: no catch, no finally. */
  stop(): Promise<void>;
}

async function until(met: () => Promise<boolean>, wanted: string): Promise<void> {
  for (const end = Date.now() + 10_000; !(await met()); await sleep(5)) {
    if (Date.now() > end) throw new Error(`After 10 s, the service worker has not ${wanted}`);
  }
}

/**
 * Takes hold of an extension's worker. To Playwright it stays one and the same `Worker` over every stop and start;
 * while it is stopped, Playwright's calls to it wait. As long as we hold it, Chrome does not stop it for being idle.
 */
export async function holdWorker(context: BrowserContext, browser: CDPSession, origin: string): Promise<RunningWorker> {
  const isOurs = (worker: { url: string | (() => string) }) =>
    (typeof worker.url === 'string' ? worker.url : worker.url()).startsWith(`${origin}/`);
  const worker = context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', isOurs));

  const target = async () => {
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    return targetInfos.find(isOurs);
  };

  // Any tab of the profile can start the profile's workers. This one is the empty tab that Chromium opens with.
  const tab = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  // A message that comes meanwhile starts a stopped worker again at once: only Chrome's own account shows every stop.
  let stops = 0;
  tab.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const stopped = versions.filter(({ runningStatus }) => runningStatus === 'stopped');
    if (stopped.some(({ scriptURL }) => scriptURL.startsWith(`${origin}/`))) stops += 1;
  });
  await tab.send('ServiceWorker.enable');

  return {
    async start() {
      await tab.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
      // An answer from inside shows that it runs and that Playwright has taken hold of it again: until then it would
      // miss a change of `setOffline`, and keep the network it had for good.
      await worker.evaluate(() => undefined);
      return worker;
    },
    async stop() {
      const running = await target();
      if (!running) return;
      const before = stops;
      await browser.send('Target.closeTarget', { targetId: running.targetId });
      await until(async () => stops > before, 'stopped');
    },
  };
}
