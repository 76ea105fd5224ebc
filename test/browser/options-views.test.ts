import { addZApi, openNewAccount } from './support/accounts.ts';
import { keys, pressReview } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';

test('options: what is typed survives a look at the other view', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await options.getByLabel('Account name').fill('Half typed');
  await options.getByRole('link', { name: 'Pins' }).click();
  await options.getByRole('heading', { name: 'Pins' }).waitFor();
  await options.getByRole('link', { name: 'Accounts' }).click();
  expect(await options.getByLabel('Account name').inputValue()).toBe('Half typed');
});

test('options: a review survives a look at the accounts, and Back and a new tab know the view', async ({ pushpin }) => {
  await addZApi(pushpin);
  const options = await pushpin.openOptions();
  await options.getByRole('link', { name: 'Pins' }).click();
  await options.getByRole('button', { name: 'Add many' }).click();
  await options.getByLabel('Messages').fill(keys(2));
  await pressReview(options);
  await options.getByText('2 ready, 0 with problems.').waitFor();
  await options.getByRole('link', { name: 'Accounts' }).click();
  await options.getByRole('heading', { name: 'Support Brazil' }).waitFor();
  await options.goBack();
  await options.getByText('2 ready, 0 with problems.').waitFor();
  await options.reload();
  await options.getByRole('heading', { name: 'Pins' }).waitFor();
  expect(await options.getByRole('link', { name: 'Pins' }).getAttribute('aria-current')).toBe('page');
});

test('options: in forced colours, the current view differs from the others, and from itself with the focus', async ({
  pushpin,
}) => {
  const options = await pushpin.openOptions();
  await options.emulateMedia({ forcedColors: 'active' });
  const look = (name: string) =>
    options.getByRole('link', { name }).evaluate((link) => {
      const { backgroundColor, outlineStyle, outlineWidth } = getComputedStyle(link);
      return { backgroundColor, outline: outlineStyle === 'none' ? 'none' : outlineWidth };
    });
  const [accounts, pins] = await Promise.all(['Accounts', 'Pins'].map(look));
  expect(accounts?.backgroundColor).not.toBe(pins?.backgroundColor);
  expect(accounts?.outline).toBe('none');
  await options.keyboard.press('Tab');
  expect((await look('Accounts')).outline).toBe('2px');
});
