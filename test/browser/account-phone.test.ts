import { demoCredentials } from '../simulator/demo-accounts.ts';
import { fillPeriskope, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';

test('account: a phone with its marks is sent and saved as digits', async ({ pushpin, simulator }) => {
  const options = await openNewAccount(pushpin);
  await fillPeriskope(options, { phone: ' +91 85271-84400 ' });
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();
  expect((await simulator.waitFor(({ route }) => route === 'phones')).headers['x-phone']).toBe('918527184400');
  await options.getByRole('listitem').getByText('918527184400', { exact: true }).waitFor();
});

test('account: a phone id stays as it is', async ({ pushpin, simulator }) => {
  const options = await openNewAccount(pushpin);
  await fillPeriskope(options, { phone: 'phone-bqzvyibhmwkaergr' });
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByRole('status').getByText('Connected as Support · +918527184400.').waitFor();
  const { headers } = await simulator.waitFor(({ route }) => route === 'phones');
  expect(headers['x-phone']).toBe('phone-bqzvyibhmwkaergr');
});

test('account: Periskope phones are offered once the key is there, and chosen by a click', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await options.getByRole('radio', { name: 'Periskope' }).check();
  await options.getByLabel('Account name').fill('Neighbours');
  await options.getByLabel('API key').fill(demoCredentials.periskope.apiKey);
  await options.getByLabel('API key').press('Tab');
  await options.getByText('Phones found: 3. Choose one.').waitFor();

  const community = options.getByRole('button', { name: 'Community · +919000000000' });
  await community.click();
  expect(await options.getByLabel('Phone', { exact: true }).inputValue()).toBe('919000000000');
  expect(await community.getAttribute('aria-pressed')).toBe('true');
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();
});

test('account: a wrong key offers no phones and says so', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await options.getByRole('radio', { name: 'Periskope' }).check();
  await options.getByLabel('API key').fill('eyJhbGciOiJIUzI1NiJ9.e30.no');
  await options.getByLabel('API key').press('Tab');
  await options.getByText('Periskope refused the API key of “this account”.').waitFor();
  await options.getByLabel('Phone', { exact: true }).fill('918527184400');
});
