import { press } from '../../browser/support/popup-gestures.ts';
import { atMost, type BenchRow, type Pair } from '../bench-row.ts';
import { prependToPage } from '../change-build.ts';
import { type BulkBed, startBulkBed } from './bulk-bed.ts';
import { type BulkMessage, bulkMessages } from './bulk-messages.ts';
import { readAccount } from './read-account.ts';
import { seedHistory } from './seed-history.ts';

const smallCount = 100;
const largeCount = 100_000;
const rounds = 15;
const discardedRounds = 2;

/** Makes the popup read all requests from the disk before it begins, and before each message to the worker. */
const readAllFirst = `{
  const readAll = () => new Promise((resolve) => {
    const opening = indexedDB.open('pushpin');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('requests').objectStore('requests').getAll();
      reading.onsuccess = () => resolve(opening.result.close());
    };
  });
  for (const { runtime } of new Set([chrome, globalThis.browser ?? chrome])) {
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = async (...message) => {
      await readAll();
      return send(...message);
    };
  }
  await readAll();
}`;

/** The steps of opening the popup and pinning a message, in ms. */
interface Steps {
  /** The time from opening the popup until its text box has the focus. */
  openMs: number;
  /** The time from filling in the text, through its plan and the press of Pin, until the request arrives. */
  pinMs: number;
}

/** Returns the unix time in ms, with fractions, from the same clock as in pages. */
const preciseNow = (): number => performance.timeOrigin + performance.now();

/** Waits for the request that pins a message, and returns when it arrived. */
async function untilPinned({ simulator }: BulkBed, { messageId }: BulkMessage): Promise<number> {
  let arrivedAt = Number.NaN;
  await simulator.waitFor(({ path }) => {
    if (!path.includes(encodeURIComponent(messageId))) return false;
    arrivedAt = preciseNow();
    return true;
  });
  return arrivedAt;
}

/** Opens the popup, enters a message, and presses Pin once the popup shows what it would send. */
async function openAndPin(bed: BulkBed, message: BulkMessage): Promise<Steps> {
  const { context, extensionId } = bed.pushpin;
  const popup = await context.newPage();
  const startedAt = performance.now();
  await popup.goto(`chrome-extension://${extensionId}/src/popup/index.html`, { waitUntil: 'commit' });
  await popup.waitForFunction(() => document.activeElement?.id === 'message');
  const openMs = performance.now() - startedAt;
  const arrival = untilPinned(bed, message);
  const enteredAt = await popup.getByLabel('Message').evaluate((field: HTMLTextAreaElement, text) => {
    const now = performance.timeOrigin + performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return now;
  }, message.messageId);
  await press(popup, 'Pin');
  const pinMs = (await arrival) - enteredAt;
  await popup.getByRole('status').getByText('Accepted by Periskope').waitFor();
  await popup.close();
  return { openMs, pinMs };
}

/** Starts a Chromium with that many settled requests and pin rows on disk. */
async function startWithHistory(extension: string, count: number): Promise<BulkBed> {
  const bed = await startBulkBed({ extension, latencyMs: 0 });
  try {
    await bed.reset();
    await seedHistory(bed.page, await readAccount(bed.page), bulkMessages(count, 200));
    await bed.pushpin.stopWorker();
    await bed.pushpin.worker();
    return bed;
  } catch (error) {
    await bed.close();
    throw error;
  }
}

export const longHistory: BenchRow = {
  number: 7,
  work: 'Popup opened and a pin sent, 100 000 settled requests and pins on disk',
  beside: 'the same with 100',
  async measure({ pushpin: extension }) {
    const beds: BulkBed[] = [];
    try {
      for (const count of [largeCount, smallCount]) beds.push(await startWithHistory(extension, count));
      const [large, small] = beds as [BulkBed, BulkBed];
      const fresh = bulkMessages(largeCount + discardedRounds + rounds, 200).slice(largeCount);
      const open: Pair[] = [];
      const pin: Pair[] = [];
      for (const [round, message] of fresh.entries()) {
        const work = await openAndPin(large, message);
        const beside = await openAndPin(small, message);
        if (round < discardedRounds) continue;
        open.push({ work: work.openMs, beside: beside.openMs });
        pin.push({ work: work.pinMs, beside: beside.pinMs });
      }
      return [
        { name: 'popup opened', unit: 'ms', limit: atMost(1.3), pairs: open },
        { name: 'message entered and pinned', unit: 'ms', limit: atMost(1.3), pairs: pin },
      ];
    } finally {
      for (const bed of beds) await bed.close();
    }
  },
  slowDown: ({ pushpin }) => prependToPage(pushpin, 'src/popup/index.html', readAllFirst),
};
