import type { Page } from 'playwright-core';
import { demoCredentials } from '../simulator/demo-accounts.ts';
import { openNewAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';

const { instanceId, instanceToken, clientToken } = demoCredentials.zApi;
const address = `https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/send-text`;
const zApiCurl = `curl --request POST \\
  --url ${address} \\
  --header 'client-token: ${clientToken}' \\
  --header 'content-type: application/json' \\
  --data '{"phone": "5511999999999", "message": "Hello"}'`;

async function paste(options: Page, field: string, text: string): Promise<void> {
  await options.getByLabel(field).focus();
  await options.keyboard.insertText(text);
}

const values = (options: Page) =>
  Promise.all(['Instance ID', 'Instance token', 'Client-Token'].map((label) => options.getByLabel(label).inputValue()));

test('account: a pasted Z-API address fills in its two fields', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await options.getByLabel('Client-Token').fill('typed before');
  await paste(options, 'Instance ID', address);
  await options.getByRole('status').getByText('Filled in from what you pasted: Instance ID, Instance token.').waitFor();
  expect(await values(options)).toEqual([instanceId, instanceToken, 'typed before']);
});

test('account: a pasted curl command fills in all fields, in whichever it is pasted', async ({ pushpin }) => {
  const options = await openNewAccount(pushpin);
  await paste(options, 'Instance token', zApiCurl);
  const filled = 'Filled in from what you pasted: Instance ID, Instance token, Client-Token.';
  await options.getByRole('status').getByText(filled).waitFor();
  expect(await values(options)).toEqual([instanceId, instanceToken, clientToken]);
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByRole('status').getByText('Connected as').waitFor();
});

const { apiKey, phone } = demoCredentials.periskope;
const periskopeCurl = `curl --request GET \\
  --url https://api.periskope.app/v1/phones \\
  --header 'Authorization: Bearer ${apiKey}' \\
  --header 'x-phone: ${phone}'`;

test('account: a curl command for Periskope, pasted under Z-API, changes the provider and fills in', async ({
  pushpin,
}) => {
  const options = await openNewAccount(pushpin);
  await options.getByLabel('Account name').fill('Community India');
  await options.getByLabel('Instance ID').focus();
  await options.keyboard.insertText(periskopeCurl);
  await options.getByRole('status').getByText('Filled in from what you pasted: API key, Phone.').waitFor();

  expect(await options.getByRole('radio', { name: 'Periskope' }).isChecked()).toBe(true);
  expect(await options.getByLabel('Account name').inputValue()).toBe('Community India');
  expect(await options.getByLabel('API key').inputValue()).toBe(apiKey);
  expect(await options.getByLabel('Phone', { exact: true }).inputValue()).toBe(phone);
  await expect.poll(() => focusOf(options)).not.toBe('');
});
