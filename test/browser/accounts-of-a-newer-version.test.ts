import stored from '../platform/stored/storage-without-versions.json' with { type: 'json' };
import { fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import type { Pushpin } from './support/pushpin.ts';
import { sentence } from './support/sentence.ts';

/** A form that only a newer version can read. */
const newer = { version: 99, value: { accounts: stored.accounts.accounts, vault: 'AES-GCM' } };
const newerSettings = { version: 99, value: { language: 'pt-BR' } };
const explanation = sentence('trouble_newer');

/** All stored items, as the bytes of their JSON. */
const readStorage = async (pushpin: Pushpin): Promise<string> =>
  (await pushpin.worker()).evaluate(async () => JSON.stringify(await chrome.storage.local.get()));

test('storage: accounts and settings of a newer version are left byte for byte, and every screen says that Pushpin has to be updated', async ({
  pushpin,
  simulator,
}) => {
  const worker = await pushpin.worker();
  await worker.evaluate((items) => chrome.storage.local.set(items), { accounts: newer, preferences: newerSettings });
  await pushpin.stopWorker();
  const before = await readStorage(pushpin);

  const options = await openNewAccount(pushpin);
  await options.getByRole('alert').getByText(explanation).first().waitFor();
  await fillZApi(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => options.getByRole('alert').getByText(explanation).count()).toBeGreaterThan(1);
  await options.getByRole('link', { name: 'Settings' }).click();
  await options.getByRole('alert').getByText(explanation).last().waitFor();
  await options.getByRole('link', { name: 'Pins' }).click();
  await options.getByRole('alert').getByText(explanation).waitFor();
  expect(await options.getByText(sentence('bulk_account_first')).count()).toBe(0);

  const popup = await pushpin.openPopup();
  await popup.getByRole('alert').getByText(explanation).waitFor();

  await pushpin.clickMenu('pin', { selectionText: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A' });
  await expect.poll(pushpin.badge).toEqual({ text: '!', title: explanation });

  expect(await readStorage(pushpin)).toBe(before);
  expect(simulator.received).toEqual([]);
});
