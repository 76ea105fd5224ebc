import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';

test('popup: the last duration is remembered for each account', async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95');
  await popup.getByRole('radio', { name: '30 days' }).check();
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await chooseAccount(popup, 'Community India (Periskope)');
  await popup.getByRole('radio', { name: '24 hours' }).check();
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Periskope').waitFor();
  await popup.close();

  const again = await pushpin.openPopup();
  const chosen = (label: string) => again.getByRole('radio', { name: label }).isChecked();
  await chooseAccount(again, 'Support Brazil (Z-API)');
  await expect.poll(() => chosen('30 days')).toBe(true);
  await chooseAccount(again, 'Community India (Periskope)');
  await expect.poll(() => chosen('24 hours')).toBe(true);
});
