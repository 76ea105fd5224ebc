import { fillPeriskope, fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';

test('account: a Z-API account is added by its labels', async ({ pushpin, simulator }) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options);
  await options.getByRole('radio', { name: '30 days' }).check();
  await options.getByLabel('Default chat').fill('120363019502650977@g.us');
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('“Support Brazil” is saved.').waitFor();

  const item = options.getByRole('listitem').filter({ hasText: 'Support Brazil' });
  expect(await item.innerText()).toMatch(
    /Support Brazil[\s\S]*Z-API · Pins for 30 days[\s\S]*3E1F07A6B5C24D8890AB7C61D2E3F405/,
  );
  expect(simulator.received.map(({ route, status }) => [route, status])).toEqual([
    ['status', 200],
    ['device', 200],
  ]);
});

test('account: a Periskope account is added by its labels', async ({ pushpin, simulator }) => {
  const options = await openNewAccount(pushpin);
  await fillPeriskope(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('“Community India” is saved.').waitFor();

  const item = options.getByRole('listitem').filter({ hasText: 'Community India' });
  expect(await item.innerText()).toMatch(/Community India[\s\S]*Periskope · Pins for 7 days[\s\S]*918527184400/);
  expect(simulator.received.every(({ status }) => status === 200)).toBe(true);
});
