import type { Page } from 'playwright-core';
import { demoCredentials } from '../../simulator/demo-accounts.ts';
import { untilFocused } from './focus.ts';
import type { Pushpin } from './pushpin.ts';

const zApi = { name: 'Support Brazil', ...demoCredentials.zApi };
const { apiKey, phone } = demoCredentials.periskope;
const periskope = { name: 'Community India', apiKey, phone };

/** Fills in the form of a Z-API account. */
export async function fillZApi(options: Page, overrides: Partial<typeof zApi> = {}): Promise<void> {
  const { name, instanceId, instanceToken, clientToken } = { ...zApi, ...overrides };
  await options.getByRole('radio', { name: 'Z-API' }).check();
  await options.getByLabel('Account name').fill(name);
  await options.getByLabel('Instance ID').fill(instanceId);
  await options.getByLabel('Instance token').fill(instanceToken);
  await options.getByLabel('Client-Token').fill(clientToken);
}

/** Fills in the form of a Periskope account. */
export async function fillPeriskope(options: Page, overrides: Partial<typeof periskope> = {}): Promise<void> {
  const account = { ...periskope, ...overrides };
  await options.getByRole('radio', { name: 'Periskope' }).check();
  await options.getByLabel('Account name').fill(account.name);
  await options.getByLabel('API key').fill(account.apiKey);
  await options.getByLabel('Phone', { exact: true }).fill(account.phone);
}

// The account form takes the focus a moment after it is drawn: what is typed earlier may land in its first field.
const untilFormIsOpen = (options: Page): Promise<void> => untilFocused(options.getByLabel('Account name'));

/** Opens the form of a saved account. */
export async function editAccount(options: Page, name: string): Promise<void> {
  await options.getByRole('button', { name: `Edit ${name}` }).click();
  await untilFormIsOpen(options);
}

/** Opens the form for a new account. */
export async function addAccount(options: Page): Promise<void> {
  await options.getByRole('button', { name: 'Add account' }).click();
  await untilFormIsOpen(options);
}

/** Opens the options with the form for a new account. */
export async function openNewAccount(pushpin: Pushpin): Promise<Page> {
  const options = await pushpin.openOptions();
  await addAccount(options);
  return options;
}

async function save(options: Page, name: string): Promise<void> {
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText(`“${name}” is saved.`).waitFor();
  await options.close();
}

/** Adds a Z-API account through the options page: the demo account with these overrides. */
export async function addZApi(pushpin: Pushpin, overrides: Partial<typeof zApi> = {}): Promise<void> {
  const options = await openNewAccount(pushpin);
  await fillZApi(options, overrides);
  await save(options, overrides.name ?? zApi.name);
}

/** Adds a Z-API account that does not work, by Save anyway. */
export async function addRefusedZApi(pushpin: Pushpin, overrides: Partial<typeof zApi>): Promise<void> {
  const options = await openNewAccount(pushpin);
  await fillZApi(options, overrides);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('button', { name: 'Save anyway' }).click();
  await options.getByRole('status').getByText('is saved').waitFor();
  await options.close();
}

/** Adds a Periskope account through the options page: the demo account with these overrides. */
export async function addPeriskope(pushpin: Pushpin, overrides: Partial<typeof periskope> = {}): Promise<void> {
  const options = await openNewAccount(pushpin);
  await fillPeriskope(options, overrides);
  await save(options, overrides.name ?? periskope.name);
}
