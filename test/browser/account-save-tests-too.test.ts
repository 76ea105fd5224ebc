import { fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { failureSentence } from './support/sentence.ts';

test('account: Save tests first, and what does not work can be saved anyway', async ({ pushpin, simulator }) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options, { instanceToken: '9A4C00000000' });
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  const alert = options.getByRole('alert');
  await alert.getByText(failureSentence('z_api_unauthorized_token', 'Support Brazil', 'Z-API')).waitFor();
  await alert.getByText('Not saved.').waitFor();
  const other = await pushpin.openOptions();
  await other.getByText('Add your first account').waitFor();

  const before = simulator.received.length;
  await alert.getByRole('button', { name: 'Save anyway' }).click();
  await options.getByRole('status').getByText('“Support Brazil” is saved.').waitFor();
  expect(await options.getByRole('listitem').count()).toBe(1);
  expect(simulator.received).toHaveLength(before);
});
