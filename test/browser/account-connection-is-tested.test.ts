import { fillPeriskope, fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { goOffline, goOnline } from './support/network.ts';
import { failureSentence } from './support/sentence.ts';

test('account: Test connection says as whom, before the account has a name', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options, { name: '' });
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByRole('status').getByText('Connected as Demo Z-API · +5511999990000.').waitFor();

  await fillPeriskope(options, { name: '' });
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByRole('status').getByText('Connected as Support · +918527184400.').waitFor();
});

test('account: Test connection says that there is no network, and works when it is back', async ({
  pushpin,
  simulator,
}) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options);
  await goOffline(pushpin);
  await options.getByRole('button', { name: 'Test connection' }).click();
  const offline = failureSentence('outcome_unavailable_offline', 'Support Brazil', 'Z-API');
  await options.getByRole('alert').getByText(offline).waitFor();
  expect(simulator.received).toEqual([]);

  await goOnline(pushpin);
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByRole('status').getByText('Connected as').waitFor();
  expect(await options.getByRole('alert').innerText()).toBe('');
});
