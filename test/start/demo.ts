import type { Page } from 'playwright-core';
import { untilFocused } from '../browser/support/focus.ts';
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
  // What is typed before the form has taken the focus may land in its first field.
  await untilFocused(options.getByLabel('Account name'));
  await options.getByRole('radio', { name: provider }).check();
  await options.getByLabel('Account name').fill(name);
  for (const [label, value] of Object.entries(fields)) await options.getByLabel(label).fill(value);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText(`“${name}” is saved.`).waitFor();
}
