import { addZApi, editAccount, fillZApi, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';

test('account: when the form closes after Save, keyboard users are not lost', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await fillZApi(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();
  await expect.poll(() => focusOf(options)).not.toBe('');
});

test('account: when the form closes after Cancel, keyboard users are not lost', async ({ pushpin }) => {
  await addZApi(pushpin, { name: 'Second' });
  const options = await pushpin.openOptions();
  await editAccount(options, 'Second');
  await options.getByRole('button', { name: 'Cancel' }).click();
  await options.getByRole('button', { name: 'Edit Second' }).waitFor();
  await expect.poll(() => focusOf(options)).not.toBe('');
});

test('account: after a deletion, keyboard users are not lost', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Delete Second' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await options.getByRole('status').getByText('was deleted').waitFor();
  await expect.poll(() => focusOf(options)).not.toBe('');
});
