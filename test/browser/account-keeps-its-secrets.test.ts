import type { Page } from 'playwright-core';
import { addZApi, editAccount, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { failureSentence } from './support/sentence.ts';

const testConnection = (options: Page) => options.getByRole('button', { name: 'Test connection' }).click();

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('account: an edit keeps the saved secrets, of which only the end is shown', async ({ pushpin, simulator }) => {
  const options = await pushpin.openOptions();
  await editAccount(options, 'Support Brazil');
  await options.getByText('Saved: •••• 4E70').waitFor();
  await options.getByText('Saved: •••• 2d5S').waitFor();
  expect(await options.getByLabel('Instance ID').inputValue()).toBe('3E1F07A6B5C24D8890AB7C61D2E3F405');
  expect(await options.getByRole('radiogroup', { name: 'Provider' }).count()).toBe(0);

  await options.getByRole('radio', { name: '30 days' }).check();
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('“Support Brazil” is saved.').waitFor();
  expect(simulator.received.slice(-2).map(({ route, status }) => [route, status])).toEqual([
    ['status', 200],
    ['device', 200],
  ]);
  await options.getByRole('listitem').getByText('Z-API · Pins for 30 days').waitFor();
  expect(await options.getByRole('listitem').count()).toBe(1);
});

test('account: a saved secret is replaced, or kept after all', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  await editAccount(options, 'Support Brazil');
  await options.getByRole('button', { name: 'Replace Client-Token' }).click();
  await expect.poll(() => focusOf(options)).toBe('Client-Token (optional)');
  const field = options.getByLabel('Client-Token');
  expect(await field.inputValue()).toBe('');
  await field.fill('Fanother0000000000wrong');
  await testConnection(options);
  const refused = failureSentence('z_api_unauthorized_client_token', 'Support Brazil', 'Z-API');
  await options.getByRole('alert').getByText(refused).waitFor();

  await options.getByRole('button', { name: 'Keep saved' }).click();
  await options.getByText('Saved: •••• 2d5S').waitFor();
  await testConnection(options);
  await options.getByRole('status').getByText('Connected as').waitFor();
});

test('account: a secret that is replaced by nothing is gone', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  await editAccount(options, 'Support Brazil');
  await options.getByRole('button', { name: 'Replace Client-Token' }).click();
  await testConnection(options);
  const missing = failureSentence('z_api_unauthorized_client_token_missing', 'Support Brazil', 'Z-API');
  await options.getByRole('alert').getByText(missing).waitFor();
});

test('account: a secret that is typed is masked until Show', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  const token = options.getByLabel('Instance token');
  expect(await token.getAttribute('type')).toBe('password');
  await options.getByRole('button', { name: /^Show/ }).first().click();
  expect(await token.getAttribute('type')).toBe('text');
  await options.getByRole('button', { name: /^Hide/ }).click();
  expect(await token.getAttribute('type')).toBe('password');
});
