import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

test('menu: beside an account that cannot be read, the only other one is asked for and then used', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const worker = await pushpin.worker();
  await worker.evaluate(async () => {
    const { accounts } = (await chrome.storage.local.get('accounts')) as {
      accounts: { version: number; value: { accounts: object[] } };
    };
    accounts.value.accounts.push({ id: 'foreign', providerId: 'next-year', name: 'Foreign' });
    await chrome.storage.local.set({ accounts });
  });
  await pushpin.stopWorker();

  await pushpin.clickMenu('pin', { selectionText: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A' });
  const popup = await pushpin.openPopup();
  const account = popup.getByLabel('Account');
  await popup.getByText(sentence('question_account_missing')).waitFor();
  expect(pinCalls(simulator.received)).toEqual([]);
  await pushpin.screenshot(popup, 'menu-asks-beside-an-unreadable-account');

  await account.selectOption({ label: 'Support Brazil (Z-API)' });
  await press(popup, 'Pin');
  await expect.poll(() => pinCalls(simulator.received)).toHaveLength(1);
  expect(await account.isVisible()).toBe(true);
});
