import type { Page } from 'playwright-core';
import { addZApi } from './support/accounts.ts';
import { test as base, expect, startPushpin } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import type { Pushpin } from './support/pushpin.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

// This file has a Chromium of its own, because a database of a newer version cannot be made older again.
const test = base.extend('pushpin', { scope: 'file' }, ({ simulator }, { onCleanup }) =>
  startPushpin(simulator, onCleanup),
);

const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';
const trouble = sentence('trouble_storage');
const newer = sentence('trouble_newer');

test.beforeAll(({ pushpin }) => addZApi(pushpin));

/** Pins in the popup, and expects that it shows that sentence and that nothing was sent. */
async function expectRefused(
  pushpin: Pushpin,
  received: Parameters<typeof pinCalls>[0],
  sentenceShown: string,
): Promise<Page> {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText(sentenceShown).waitFor();
  expect(await popup.getByLabel('Message').inputValue()).toBe(message);
  expect(pinCalls(received)).toEqual([]);
  return popup;
}

test('storage: a full disk is told, nothing is half done, and with room again it works', async ({
  pushpin,
  simulator,
}) => {
  // Chrome's limit for an extension cannot be lowered. This is how a write beyond it fails.
  const worker = await pushpin.worker();
  await worker.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  const popup = await expectRefused(pushpin, simulator.received, trouble);
  await pushpin.clickMenu('pin', { selectionText: message });
  await expect.poll(pushpin.badge).toEqual({ text: '!', title: trouble });

  await pushpin.stopWorker();
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(pinCalls(simulator.received)).toHaveLength(1);
});

test('storage: a record that cannot be read holds up no other', async ({ pushpin, simulator }) => {
  const options = await pushpin.openOptions();
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('pushpin');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['requests', 'gates'], 'readwrite');
          const turn = { rank: 0, order: 1 };
          const corrupt = { state: 'queued', accountId: 'x', run: '', turn, sequence: 1 };
          transaction.objectStore('requests').put({ ...corrupt, id: 'corrupt' });
          transaction.objectStore('requests').put({ ...corrupt, id: 'cut', state: 'sending', callStartedAt: 'x' });
          transaction.objectStore('gates').put({ id: 'x', closed: 'yes' });
          transaction.oncomplete = () => resolve(opening.result.close());
          transaction.onerror = () => reject(transaction.error);
        };
      }),
  );
  await pushpin.stopWorker();
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(pinCalls(simulator.received)).toHaveLength(1);
});

test('storage: a database of a newer version is left as it is, and the popup and the icon say that Pushpin has to be updated', async ({
  pushpin,
  simulator,
}) => {
  const options = await pushpin.openOptions();
  await pushpin.stopWorker();
  const version = () =>
    options.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('pushpin', 99);
          opening.onsuccess = () => {
            resolve(opening.result.version);
            opening.result.close();
          };
          opening.onerror = () => reject(opening.error);
        }),
    );
  expect(await version()).toBe(99);
  await expectRefused(pushpin, simulator.received, newer);
  await pushpin.clickMenu('pin', { selectionText: message });
  await expect.poll(pushpin.badge).toEqual({ text: '!', title: newer });
  expect(await version()).toBe(99);
});
