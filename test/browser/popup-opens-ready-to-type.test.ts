import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';

test('popup: before there is an account, it leads to the options', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByRole('heading', { name: 'Connect your provider' }).waitFor();
  const opened = pushpin.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Add account' }).click();
  await (await opened).getByRole('heading', { name: 'Add your first account' }).waitFor();
});

test('popup: with one account, the first key typed lands in Message', async ({ pushpin }) => {
  await addZApi(pushpin);
  const popup = await pushpin.openPopup();
  await expect.poll(() => focusOf(popup)).toBe('Message');
  await popup.keyboard.insertText('3EB0C431C26A1916E07E9A');
  expect(await popup.getByLabel('Message').inputValue()).toBe('3EB0C431C26A1916E07E9A');
  expect(await popup.getByLabel('Account').count()).toBe(0);
  expect(await popup.getByRole('radio', { name: '7 days' }).isChecked()).toBe(true);
});

test('popup: the default account is chosen, and only one that takes a chat asks for it', async ({ pushpin }) => {
  await addPeriskope(pushpin);
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Community India' }).click();
  await options.getByText('Default', { exact: true }).waitFor();

  const popup = await pushpin.openPopup();
  const account = popup.getByLabel('Account');
  await account.waitFor();
  expect(await account.locator('option:checked').innerText()).toBe('Community India (Periskope)');
  await popup.getByLabel('Message').fill('');
  await expect.poll(() => popup.getByLabel('Chat').count()).toBe(0);
  await account.selectOption('Support Brazil (Z-API)');
  await popup.getByLabel('Chat').waitFor();
});
