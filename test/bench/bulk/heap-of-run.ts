import type { Page } from 'playwright-core';
import { openPins } from '../../browser/support/bulk.ts';
import { atMost, type BenchRow, type Comparison } from '../bench-row.ts';
import { prependToPage, prependToWorker } from '../change-build.ts';
import { startBulkBed } from './bulk-bed.ts';
import { bulkMessages } from './bulk-messages.ts';
import { attachToTarget, type TargetSession } from './target-session.ts';
import { timeRun } from './time-run.ts';

const smallCount = 100;
const largeCount = 10_000;

/** Returns the size of what is reachable in the JavaScript heap of a page or worker, in kB of 1 000 bytes. */
async function heapSize(session: TargetSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send<{ usedSize: number }>('Runtime.getHeapUsage');
  return usedSize / 1_000;
}

/** Keeps 100 kB more every tenth of a second. */
const leak = `globalThis.kept = []; setInterval(() => kept.push(Array.from({ length: 12_500 }, Math.random)), 100);`;

export const heapOfRun: BenchRow = {
  number: 9,
  work: 'Heap after 10 000 pins',
  beside: 'heap after 100 pins',
  // Garbage is collected before each reading, so that one round is enough. Without a latency, the run takes less time.
  async measure({ pushpin: extension }) {
    const bed = await startBulkBed({ extension, latencyMs: 0 });
    const { context, extensionId } = bed.pushpin;
    const attachTo = (type: 'page' | 'service_worker', page?: Page) =>
      attachToTarget(context, type, page?.url() ?? `chrome-extension://${extensionId}/`);
    try {
      await bed.reset();
      const options = await openPins(bed.pushpin);
      const popup = await bed.pushpin.openPopup();
      await popup.bringToFront();
      // Chrome runs all pages of an extension in one process, where they have one heap.
      const sessions = {
        worker: await attachTo('service_worker'),
        'popup and Options → Pins': await attachTo('page', popup),
      };
      const readAll = async () => {
        // A page in the background catches up when it is shown.
        for (const page of [options, popup]) await page.bringToFront();
        return Promise.all(Object.values(sessions).map(heapSize));
      };
      const messages = bulkMessages(largeCount, 200);
      await timeRun(bed, messages.slice(0, smallCount));
      const before = await readAll();
      await timeRun(bed, messages.slice(smallCount), smallCount);
      const after = await readAll();
      return Object.keys(sessions).map((name, index): Comparison => {
        const pair = { work: after[index] ?? Number.NaN, beside: before[index] ?? Number.NaN };
        return { name, unit: 'kB', limit: atMost(1.2), pairs: [pair] };
      });
    } finally {
      await bed.close();
    }
  },
  async slowDown({ pushpin }) {
    await prependToWorker(pushpin, leak);
    for (const page of ['popup', 'options']) await prependToPage(pushpin, `src/${page}/index.html`, leak);
  },
};
