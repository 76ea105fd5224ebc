import type { Page } from 'playwright-core';
import type { Draft } from '../../../src/accounts/account-draft.ts';
import { demoCredentials } from '../../simulator/demo-accounts.ts';
import { askWorker } from './ask-worker.ts';
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

/** An account to save. The other fields of the form stay as a new form has them. */
type NewAccount = Pick<Draft, 'providerId' | 'name' | 'credentials'>;

/** Lets the worker save an account, as the options page does on Save or on Save anyway. */
const save = (pushpin: Pushpin, account: NewAccount, anyway = false) =>
  askWorker(pushpin, 'save account', { draft: { ...account, id: null, days: 7, defaultChat: '' }, anyway });

async function addAccountThatWorks(pushpin: Pushpin, account: NewAccount): Promise<void> {
  const { kind } = await save(pushpin, account);
  if (kind !== 'saved') throw new Error(`${account.name} was not saved: the worker answered "${kind}"`);
}

const zApiAccount = (overrides: Partial<typeof zApi>): NewAccount => {
  const { name, ...credentials } = { ...zApi, ...overrides };
  return { providerId: 'z-api', name, credentials };
};

/** Adds a Z-API account without a page: the demo account with these overrides. */
export const addZApi = (pushpin: Pushpin, overrides: Partial<typeof zApi> = {}): Promise<void> =>
  addAccountThatWorks(pushpin, zApiAccount(overrides));

/** Adds a Periskope account without a page: the demo account with these overrides. */
export function addPeriskope(pushpin: Pushpin, overrides: Partial<typeof periskope> = {}): Promise<void> {
  const { name, ...credentials } = { ...periskope, ...overrides };
  return addAccountThatWorks(pushpin, { providerId: 'periskope', name, credentials });
}

/** Adds a Z-API account that does not work: its connection is tested, then it is saved anyway. */
export async function addRefusedZApi(pushpin: Pushpin, overrides: Partial<typeof zApi>): Promise<void> {
  const account = zApiAccount(overrides);
  const { kind } = await save(pushpin, account);
  if (kind !== 'tried') throw new Error(`${account.name} was not refused: the worker answered "${kind}"`);
  await save(pushpin, account, true);
}
