import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';

test('popup: what is typed is there again when it opens next, until it is sent', async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  await popup.getByLabel('Chat').fill('5511987654321');
  await popup.getByRole('radio', { name: '30 days' }).check();
  await popup.close();

  const again = await pushpin.openPopup();
  const message = again.getByLabel('Message');
  await expect.poll(() => message.inputValue()).toBe('3EB0796DC6B777C0C7CD');
  expect(await again.getByLabel('Chat').inputValue()).toBe('5511987654321');
  expect(await again.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
  await press(again, 'Pin');
  await again.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await again.close();

  const third = await pushpin.openPopup();
  await third.getByRole('listitem').first().waitFor();
  expect(await third.getByLabel('Message').inputValue()).toBe('');
});

test('popup: the chosen account is part of the draft', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  await chooseAccount(popup, 'Community India (Periskope)');
  await popup.close();
  const again = await pushpin.openPopup();
  const chosen = again.getByLabel('Account').locator('option:checked');
  await expect.poll(() => chosen.innerText()).toBe('Community India (Periskope)');
});
