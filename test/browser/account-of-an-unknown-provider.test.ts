import stored from '../platform/stored/storage-without-versions.json' with { type: 'json' };
import { addPeriskope } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { sentence } from './support/sentence.ts';

test('storage: an account of a provider that this version does not know is kept, and the options say so', async ({
  pushpin,
}) => {
  const [support] = stored.accounts.accounts;
  const foreign = { ...support, id: 'foreign', provider: undefined, providerId: 'next-year' };
  const worker = await pushpin.worker();
  await worker.evaluate((value) => chrome.storage.local.set({ accounts: { version: 2, value } }), {
    accounts: [foreign],
    defaultId: null,
  });
  await pushpin.stopWorker();

  await addPeriskope(pushpin);
  const options = await pushpin.openOptions();
  await options.getByText(sentence('accounts_unreadable')).waitFor();
  await options.getByRole('listitem').filter({ hasText: 'Community India' }).waitFor();
  await pushpin.screenshot(options, 'account-of-an-unknown-provider');
  const accounts = await (await pushpin.worker()).evaluate(
    async () => (await chrome.storage.local.get('accounts')).accounts as { value: { accounts: { name: string }[] } },
  );
  expect(accounts.value.accounts[0]).toMatchObject({ id: 'foreign', providerId: 'next-year' });
  expect(accounts.value.accounts).toHaveLength(2);
});
