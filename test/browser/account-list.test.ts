import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

test('account: one account at most is the default', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  const headings = () => options.getByRole('listitem').getByRole('heading').allInnerTexts();
  await options.getByRole('button', { name: 'Make default: Support Brazil' }).click();
  await expect.poll(headings).toEqual(['Support Brazil Default', 'Community India']);

  await options.getByRole('button', { name: 'Make default: Community India' }).click();
  await expect.poll(headings).toEqual(['Support Brazil', 'Community India Default']);

  await options
    .getByRole('listitem')
    .filter({ hasText: 'Community India' })
    .getByRole('button', { name: /default/i })
    .click();
  await expect.poll(headings).toEqual(['Support Brazil', 'Community India']);
});

test('account: Delete asks first, and deletes one account only', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  const remove = options.getByRole('button', { name: 'Delete Support Brazil' });
  const dialog = options.getByRole('dialog', { name: 'Delete “Support Brazil”?' });

  await remove.click();
  await dialog.getByText('to be sure, also revoke the key at Z-API').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await focusOf(options)).toBe('Delete Support Brazil');
  await remove.click();
  await dialog.waitFor();
  await options.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await options.getByRole('listitem').count()).toBe(2);

  await remove.click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await options.getByRole('status').getByText('“Support Brazil” was deleted from this browser.').waitFor();
  await expect.poll(() => options.getByRole('listitem').allInnerTexts()).toHaveLength(1);
  await options.getByRole('button', { name: 'Edit Community India' }).waitFor();
});

test('account: the card says how long the messages of the account are kept pinned', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  await options.getByRole('listitem').getByText('Periskope · Pins for 7 days', { exact: true }).waitFor();
});
