import type { Page } from 'playwright-core';
import type { Pushpin } from '../browser/support/pushpin.ts';
import type { Simulator } from '../simulator/index.ts';

/** Adds one account of each provider through the options page. */
export async function addDemoAccounts(pushpin: Pushpin, { credentials }: Simulator): Promise<void> {
  const options = await pushpin.openOptions();
  await addAccount(options, 'Z-API', 'Demo Z-API', {
    'Instance ID': credentials.zApi.instanceId,
    'Instance token': credentials.zApi.instanceToken,
    'Client-Token': credentials.zApi.clientToken,
  });
  await addAccount(options, 'Periskope', 'Demo Periskope', {
    'API key': credentials.periskope.apiKey,
    Phone: credentials.periskope.phone,
  });
  await options.close();
}

async function addAccount(
  options: Page,
  provider: string,
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await options.getByRole('button', { name: 'Add account' }).click();
  // The form takes the focus a moment after it is drawn: what is typed earlier may land in its first field.
  await options.locator('#name:focus').waitFor();
  await options.getByRole('radio', { name: provider }).check();
  await options.getByLabel('Account name').fill(name);
  for (const [label, value] of Object.entries(fields)) await options.getByLabel(label).fill(value);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText(`“${name}” is saved.`).waitFor();
}
