import { addAccount, fillZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { expectRealPopup } from './support/real-popup.ts';

const key = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';

test('popup: before there is an account, the message that waits comes back once there is one', async ({ pushpin }) => {
  const waiting = pushpin.context.waitForEvent('page');
  await pushpin.clickMenu('pin', { selectionText: key });
  const welcome = await waiting;
  // If a page is closed while Chrome loads its messages, the pages after it have none.
  await welcome.getByRole('button', { name: 'Add account' }).waitFor();
  await welcome.close();
  const popup = await pushpin.openPopup();
  const opened = pushpin.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Add account' }).click();
  const options = await opened;
  await popup.close();

  expect(options.url()).toMatch(/#waiting$/);
  await addAccount(options);
  await fillZApi(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();
  await expectRealPopup(options, { message: key });
});
