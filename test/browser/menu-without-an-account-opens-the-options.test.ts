import { addAccount, fillPeriskope } from './support/accounts.ts';
import { test } from './support/fixture.ts';
import { expectRealPopup } from './support/real-popup.ts';

test('menu: without an account the options say why they opened, and the message waits', async ({ pushpin }) => {
  const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
  const opened = pushpin.context.waitForEvent('page');
  await pushpin.clickMenu('pin:30d', { selectionText: key });
  const options = await opened;
  await options
    .getByText('Add an account to pin the message you selected. Pushpin keeps the message until then.')
    .waitFor();

  await addAccount(options);
  await fillPeriskope(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();
  await expectRealPopup(options, { message: key });
});
