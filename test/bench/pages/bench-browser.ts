import type { Page } from 'playwright-core';
import { addZApi } from '../../browser/support/accounts.ts';
import { launchPushpin } from '../../browser/support/launch.ts';
import type { Pushpin } from '../../browser/support/pushpin.ts';
import { attachToWorker, type RunningWorker } from '../../browser/support/running-worker.ts';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import type { Builds } from '../bench-row.ts';

/** Another extension in the browser of Pushpin. */
export interface LoadedExtension {
  id: string;
  worker: RunningWorker;
  openPage(path: string): Promise<Page>;
}

/** A simulator, and a Chromium with Pushpin and its demo account. */
export interface BenchBrowser {
  simulator: Simulator;
  pushpin: Pushpin;
  load(folder: string): Promise<LoadedExtension>;
  close(): Promise<void>;
}

/** Starts the simulator and a Chromium with Pushpin, and adds the demo account of Z-API. */
export async function startBenchBrowser({ pushpin: extension }: Pick<Builds, 'pushpin'>): Promise<BenchBrowser> {
  const simulator = await startSimulator();
  try {
    const pushpin = await launchPushpin(simulator, { extension });
    const { context } = pushpin;
    try {
      await addZApi(pushpin);
    } catch (error) {
      await pushpin.close();
      throw error;
    }
    return {
      simulator,
      pushpin,
      async load(folder) {
        const session = await context.browser()?.newBrowserCDPSession();
        if (!session) throw new Error('This Chromium has no DevTools session of its own.');
        const { id } = await session.send('Extensions.loadUnpacked', { path: folder });
        const origin = `chrome-extension://${id}`;
        return {
          id,
          worker: await attachToWorker(context, session, origin),
          async openPage(path) {
            const page = await context.newPage();
            await page.goto(`${origin}/${path}`);
            return page;
          },
        };
      },
      async close() {
        await pushpin.close();
        await simulator.close();
      },
    };
  } catch (error) {
    await simulator.close();
    throw error;
  }
}
