import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addZApi, fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';

test('account: what is missing stands at its field, and the first one has the focus', async ({
  pushpin,
  simulator,
}) => {
  const options = await openNewAccount(pushpin);
  expect(await focusOf(options)).toBe('Account name');
  await options.getByRole('button', { name: 'Save', exact: true }).focus();
  await options.keyboard.press('Enter');

  await options.getByText('Give the account a name.').waitFor();
  expect(await options.getByText('Enter this to continue.').count()).toBe(2);
  await expect.poll(() => focusOf(options)).toBe('Account name');
  expect(simulator.received).toEqual([]);
});

test('account: two accounts cannot have one name', async ({ pushpin }) => {
  await addZApi(pushpin);
  const options = await openNewAccount(pushpin);
  await fillZApi(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText('Another account has this name.').waitFor();
  await expect.poll(() => focusOf(options)).toBe('Account name');
});

test('account: a default chat that is none stands at its field', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options, { name: 'Another' });
  await options.getByLabel('Default chat').fill('Mariana');
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText('Enter a phone number with country code, or a group ID.').waitFor();
  await expect.poll(() => focusOf(options)).toBe('Default chat (optional)');
});

test('account: the instance token in the field of the Client-Token is pointed out', async ({ pushpin, simulator }) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options, { clientToken: demoCredentials.zApi.instanceToken });
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByText('This is the instance token. The Client-Token is a different value').waitFor();
  await expect.poll(() => focusOf(options)).toBe('Client-Token (optional)');
  expect(simulator.received).toEqual([]);
});
