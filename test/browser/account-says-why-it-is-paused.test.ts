import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addRefusedZApi, fillPeriskope, openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { press } from './support/popup-gestures.ts';
import { failureSentence, sentence } from './support/sentence.ts';

test('account: one that the provider refused says so on its card, and is fixed at the field that was refused', async ({
  pushpin,
}) => {
  await addRefusedZApi(pushpin, { clientToken: 'Fwrong0client0token0S' });
  const options = await pushpin.openOptions();
  const card = options.getByRole('listitem').filter({ hasText: 'Support Brazil' });
  await card.waitFor();
  expect(await card.getByRole('button', { name: 'Fix account Support Brazil' }).count()).toBe(0);

  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await press(popup, 'Pin');
  await popup.getByRole('alert').waitFor();

  await card.getByText(failureSentence('z_api_unauthorized_client_token', 'Support Brazil', 'Z-API')).waitFor();
  await card.getByText('Paused because Z-API refused the account.').waitFor();
  await card.getByRole('button', { name: 'Try now with Support Brazil' }).click();
  await card.getByRole('status').getByText(sentence('health_paused_again')).waitFor();

  const pages = pushpin.context.pages().length;
  await popup.getByRole('button', { name: 'Open account' }).click();
  await options.getByRole('heading', { name: 'Edit “Support Brazil”' }).waitFor();
  expect(pushpin.context.pages()).toHaveLength(pages);
  await options.getByText('Z-API refused this.').waitFor();
  expect(await focusOf(options)).toBe('Replace Client-Token');

  await options.getByRole('button', { name: 'Cancel' }).click();
  await card.getByRole('button', { name: 'Fix account Support Brazil' }).click();
  await options.getByRole('button', { name: 'Replace Client-Token' }).click();
  await options.getByLabel('Client-Token').fill(demoCredentials.zApi.clientToken);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();
  await popup.getByRole('listitem').first().getByText('Accepted').waitFor();
  await expect.poll(() => card.getByRole('button', { name: 'Fix account Support Brazil' }).count()).toBe(0);
});

test('account: the field that a save is refused for has the focus and says so', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await fillPeriskope(options, { apiKey: 'eyJhbGciOiJIUzI1NiJ9.e30.no' });
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText('Periskope refused this.').waitFor();
  const key = options.getByLabel('API key');
  expect(await key.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => key.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('account: Load phones keeps the focus while it loads and afterwards', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await options.getByRole('radio', { name: 'Periskope' }).check();
  await options.getByLabel('API key').fill(demoCredentials.periskope.apiKey);
  await options.getByLabel('API key').evaluate((field) => field.dispatchEvent(new Event('input', { bubbles: true })));
  await options.getByRole('button', { name: 'Load phones' }).focus();
  await options.keyboard.press('Enter');
  await options.getByText('Phones found: 3. Choose one.').waitFor();
  expect(await focusOf(options)).toBe('Load phones');
});
