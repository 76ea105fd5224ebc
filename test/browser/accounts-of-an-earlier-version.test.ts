import stored from '../platform/stored/storage-without-versions.json' with { type: 'json' };
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';

test('storage: accounts and settings of the version before open with everything there, and send with their credentials', async ({
  pushpin,
  simulator,
}) => {
  const worker = await pushpin.worker();
  await worker.evaluate((items) => chrome.storage.local.set(items), stored);
  await pushpin.stopWorker();

  const options = await pushpin.openOptions();
  const names = stored.accounts.accounts.map(({ name }) => name);
  for (const name of names) await options.getByRole('listitem').filter({ hasText: name }).waitFor();
  const [support = '', community = ''] = names;
  await options.getByRole('listitem').filter({ hasText: support }).getByText('Default', { exact: true }).waitFor();
  await options.getByRole('link', { name: 'Settings' }).click();
  await expect.poll(() => options.getByLabel(/country/i).inputValue()).toBe('BR');

  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await expect.poll(() => popup.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(pinCalls(simulator.received)).toHaveLength(1);

  // The next change writes them in their new shape.
  await options.getByRole('link', { name: 'Accounts' }).click();
  await options.getByRole('button', { name: `Make default: ${community}` }).click();
  await options.getByRole('listitem').filter({ hasText: community }).getByText('Default', { exact: true }).waitFor();
  const accounts = await (await pushpin.worker()).evaluate(
    async () => (await chrome.storage.local.get('accounts')).accounts as unknown,
  );
  expect(accounts).toEqual({
    version: 2,
    value: {
      accounts: stored.accounts.accounts.map(({ provider, ...account }) => ({ providerId: provider, ...account })),
      defaultId: stored.accounts.accounts[1]?.id,
    },
  });
});
