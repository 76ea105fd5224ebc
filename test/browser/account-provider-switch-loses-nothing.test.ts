import { fillPeriskope, fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';

test('account: to the other provider and back, nothing typed is lost', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options, { name: 'First' });
  await options.getByLabel('Default chat').fill('5511987654321');
  await fillPeriskope(options, { name: 'Second' });

  const provider = (name: string) => options.getByRole('radio', { name });
  const value = (label: string) => options.getByLabel(label, { exact: true }).inputValue();
  await provider('Z-API').check();
  expect(await value('Account name')).toBe('Second');
  expect(await value('Instance ID')).toBe('3E1F07A6B5C24D8890AB7C61D2E3F405');
  expect(await value('Instance token')).toBe('9A4C17D0E25B8F63A1D94E70');
  expect(await value('Client-Token (optional)')).toBe('F7d20c4be91f84a6d9b3058c1e6fa72d5S');
  expect(await value('Default chat (optional)')).toBe('5511987654321');

  await provider('Periskope').check();
  expect(await value('API key')).toMatch(/^eyJhbGci/);
  expect(await value('Phone')).toBe('918527184400');
});
