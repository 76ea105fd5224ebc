import type { Page } from 'playwright-core';
import { addZApi, editAccount, fillPeriskope, fillZApi, openNewAccount } from './support/accounts.ts';
import { smallTargets, violations } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';

async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
}

test('accessible: axe finds no violation in the options before there is an account', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Add account' }).waitFor();
  await expectAccessible(options);
});

test('accessible: the form of a Z-API account has no violation when empty, with problems, connected or refused', async ({
  pushpin,
}) => {
  const options = await openNewAccount(pushpin);
  await expectAccessible(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText('Enter this to continue.').first().waitFor();
  await expectAccessible(options);
  await fillZApi(options);
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByText('Connected as').waitFor();
  await expectAccessible(options);
  await fillZApi(options, { instanceToken: '9A4C00000000' });
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('button', { name: 'Save anyway' }).waitFor();
  await expectAccessible(options);
});

test('accessible: the form of a Periskope account with its phones has no violation', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await fillPeriskope(options);
  await options.getByText('Phones found: 3. Choose one.').waitFor();
  await expectAccessible(options);
});

test('accessible: the list of accounts, the form of a saved one and the question before deleting have no violation', async ({
  pushpin,
}) => {
  await addZApi(pushpin);
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Support Brazil' }).click();
  await options.getByText('Default', { exact: true }).waitFor();
  await expectAccessible(options);
  await editAccount(options, 'Support Brazil');
  await options.getByText('Saved: •••• 4E70').waitFor();
  await expectAccessible(options);
  await options.getByRole('button', { name: 'Cancel' }).click();
  await options.getByRole('button', { name: 'Delete Support Brazil' }).click();
  await options.getByRole('dialog').waitFor();
  await expectAccessible(options);
});

test('accessible: the live regions of the options are there before they speak', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  expect(await options.getByRole('status').count()).toBe(3);
  expect(await options.getByRole('alert').count()).toBe(1);
});

test('accessible: the settings have no violation', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  await options.getByRole('link', { name: 'Settings' }).click();
  await options.getByLabel('Country for phone numbers').selectOption('BR');
  await options.getByText('Saved.').waitFor();
  await expectAccessible(options);
});
