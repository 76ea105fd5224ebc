import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../src/accounts/account-draft.ts';
import {
  deleteAccount,
  findAccount,
  hasUnreadableAccounts,
  readBook,
  readDays,
  readSavedAccounts,
  rememberDays,
  saveAccount,
  setDefault,
} from '../../src/accounts/account-store.ts';
import { onChange } from '../../src/platform/changes.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import withoutVersions from '../platform/stored/storage-without-versions.json' with { type: 'json' };
import { makePeriskopeAccount, makeZApiAccount } from './make-account.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const { kept } = browser.storage.local;

const makeDraft = (parts: Partial<Draft> = {}): Draft => ({
  ...makeZApiAccount(),
  id: null,
  defaultChat: '',
  ...parts,
});

beforeEach(() => vi.stubGlobal('navigator', { locks: createLocks() }));

afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

describe('saveAccount', () => {
  it('saveAccount stores a new account with its secrets, under a new id', async () => {
    const id = await saveAccount(makeDraft());
    expect(await readBook()).toEqual({ accounts: [makeZApiAccount({ id })], defaultId: null });
  });

  it('saveAccount keeps accounts in the order in which they were added, also at once', async () => {
    const names = ['A', 'B', 'C'];
    await Promise.all(names.map((name) => saveAccount(makeDraft({ name }))));
    expect((await readBook()).accounts.map(({ name }) => name)).toEqual(names);
  });

  it('saveAccount changes an account in its place, and keeps the secrets that were not typed again', async () => {
    const id = await saveAccount(makeDraft());
    await saveAccount(makeDraft({ name: 'Other' }));
    await saveAccount(makeDraft({ id, name: 'Sales', credentials: { instanceId: '3C01' } }));
    const [first, second] = (await readBook()).accounts;
    expect(first).toEqual(
      makeZApiAccount({ id, name: 'Sales', credentials: { ...makeZApiAccount().credentials, instanceId: '3C01' } }),
    );
    expect(second?.name).toBe('Other');
  });

  it.each([
    ['+55 11 99999-9999', 'z-api', '5511999999999@c.us'],
    ['120363019502650977-group', 'z-api', '120363019502650977@g.us'],
    [' ', 'z-api', null],
    ['5511999999999', 'periskope', '5511999999999@c.us'],
  ])('saveAccount reads the default chat "%s" at %s as %s', async (defaultChat, providerId, jid) => {
    await saveAccount(makeDraft({ providerId, defaultChat, credentials: makePeriskopeAccount().credentials }));
    expect((await readBook()).accounts[0]?.defaultChat).toBe(jid);
  });

  it('saveAccount announces the change to open pages', async () => {
    const end = new AbortController();
    const topic = new Promise((resolve) => onChange(resolve, end.signal));
    await saveAccount(makeDraft());
    expect(await topic).toBe('accounts');
    end.abort();
  });
});

describe('the default account', () => {
  it('the default account is marked and unmarked', async () => {
    const id = await saveAccount(makeDraft());
    await setDefault(id);
    expect((await readBook()).defaultId).toBe(id);
    await setDefault(null);
    expect((await readBook()).defaultId).toBeNull();
  });

  it('the default is unset when its account is deleted, and not when another one is', async () => {
    const [first, second] = [await saveAccount(makeDraft({ name: 'A' })), await saveAccount(makeDraft({ name: 'B' }))];
    await setDefault(second);
    await deleteAccount(first);
    expect((await readBook()).defaultId).toBe(second);
    await deleteAccount(second);
    expect(await readBook()).toEqual({ accounts: [], defaultId: null });
  });
});

describe('readDays', () => {
  it('readDays returns the duration of the account until another one was chosen there', async () => {
    const account = makeZApiAccount();
    expect((await readDays())(account)).toBe(7);
    await rememberDays({ other: 1 });
    expect((await readDays())(account)).toBe(7);
    await rememberDays({ [account.id]: 30 });
    expect((await readDays())(account)).toBe(30);
  });
});

it('the duration last chosen in an account is removed with it, and those of other accounts stay', async () => {
  const [first, second] = [await saveAccount(makeDraft({ name: 'A' })), await saveAccount(makeDraft({ name: 'B' }))];
  await rememberDays({ [first]: 30 });
  await rememberDays({ [second]: 1 });
  await deleteAccount(first);
  expect(kept.get('last-days')).toEqual({ version: 1, value: { [second]: 1 } });
});

describe('accounts of the version before stored items had versions', () => {
  const [support, community] = withoutVersions.accounts.accounts;
  const migrated = withoutVersions.accounts.accounts.map(({ provider, ...account }) => ({
    providerId: provider,
    ...account,
  }));
  beforeEach(() => {
    for (const [key, value] of Object.entries(withoutVersions)) kept.set(key, value);
  });

  it('accounts of the version before stored items had versions are read with everything there', async () => {
    expect(await readBook()).toEqual({ accounts: migrated, defaultId: withoutVersions.accounts.defaultId });
    expect(await findAccount(community?.id ?? '')).toEqual(migrated[1]);
    expect((await readDays())(makeZApiAccount({ id: support?.id ?? '' }))).toBe(30);
  });

  it('accounts of the version before stored items had versions are not written by being read', async () => {
    await readBook();
    expect(kept.get('accounts')).toEqual(withoutVersions.accounts);
  });

  it('accounts of the version before stored items had versions stay, in their new shape, when another one is added', async () => {
    const id = await saveAccount(makeDraft());
    const accounts = [...migrated, makeZApiAccount({ id })];
    expect(kept.get('accounts')).toEqual({ version: 2, value: { ...withoutVersions.accounts, accounts } });
  });

  it('accounts of the version before stored items had versions can be changed, marked and deleted', async () => {
    await saveAccount(makeDraft({ id: support?.id ?? '', name: 'Sales', credentials: {} }));
    await setDefault(community?.id ?? '');
    const [changed] = (await readBook()).accounts;
    expect(changed).toEqual({ ...migrated[0], name: 'Sales' });
    await deleteAccount(support?.id ?? '');
    expect(await readBook()).toEqual({ accounts: [migrated[1]], defaultId: community?.id });
  });
});

describe('accounts of a newer version', () => {
  const newer = { version: 3, value: { accounts: [makeZApiAccount()], defaultId: 'support' } };
  beforeEach(() => void kept.set('accounts', newer));

  it.each([
    ['read', () => readBook()],
    ['found by their id', () => findAccount('support')],
    ['added to', () => saveAccount(makeDraft())],
    ['deleted', () => deleteAccount('support')],
    ['marked as the default', () => setDefault(null)],
  ])('accounts of a newer version are not %s, but left as they are', async (_what, act) => {
    await expect(act()).rejects.toMatchObject({ name: 'NewerItem' });
    expect(kept.get('accounts')).toEqual(newer);
  });
});

describe('an account that this version cannot read', () => {
  const foreign = { ...makeZApiAccount({ id: 'foreign' }), providerId: 'next-year', region: 'eu' };
  const readable = makePeriskopeAccount();
  const stored = { version: 2, value: { accounts: [foreign, readable], defaultId: null } };
  const storedAccounts = () => (kept.get('accounts') as typeof stored).value.accounts;
  beforeEach(() => void kept.set('accounts', stored));

  it('an account that this version cannot read hides no other account', async () =>
    expect((await readBook()).accounts).toEqual([readable]));

  it('an account that this version cannot read is reported as long as it is stored', async () => {
    expect(await hasUnreadableAccounts()).toBe(true);
    kept.set('accounts', { version: 2, value: { accounts: [readable], defaultId: null } });
    expect(await hasUnreadableAccounts()).toBe(false);
  });

  it('an account that this version cannot read is not taken for one that was deleted', async () => {
    await expect(findAccount('foreign')).rejects.toMatchObject({ name: 'UnreadableItem' });
    expect(await findAccount('gone')).toBeUndefined();
  });

  it('an account that this version cannot read stays as it is while others are added, changed, marked and deleted', async () => {
    const id = await saveAccount(makeDraft());
    await saveAccount(makeDraft({ id: readable.id, providerId: 'periskope', name: 'Sales', credentials: {} }));
    await setDefault(id);
    expect(storedAccounts()).toEqual([foreign, { ...readable, name: 'Sales', days: 7 }, makeZApiAccount({ id })]);
    await deleteAccount(readable.id);
    await deleteAccount(id);
    expect(storedAccounts()).toEqual([foreign]);
  });
});

it('Chrome is asked for the accounts once, and again after an account was changed', async () => {
  const reads = vi.spyOn(browser.storage.local, 'get');
  const id = await saveAccount(makeDraft());
  reads.mockClear();
  const saved = await readSavedAccounts();
  expect([await readSavedAccounts(), await findAccount(id)]).toEqual([saved, saved.book.accounts[0]]);
  expect((await readSavedAccounts()).book).toBe(saved.book);
  expect(reads).toHaveBeenCalledTimes(1);

  await saveAccount(makeDraft({ id, name: 'Renamed' }));
  expect((await readBook()).accounts).toMatchObject([{ id, name: 'Renamed' }]);
});

it('accounts that another part of the extension has stored are read at once', async () => {
  await saveAccount(makeDraft());
  await readBook();
  await browser.storage.local.set({ accounts: { version: 2, value: { accounts: [], defaultId: null } } });
  expect(await readBook()).toEqual({ accounts: [], defaultId: null });
});

it('accounts that could not be read once are read again the next time', async () => {
  const id = await saveAccount(makeDraft());
  vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('disk'));
  await expect(findAccount(id)).rejects.toThrow('disk');
  expect(await findAccount(id)).toMatchObject({ id });
});

it('accounts in another shape are never overwritten', async () => {
  const damaged = { version: 2, value: { accounts: 'many', defaultId: null } };
  kept.set('accounts', damaged);
  await expect(saveAccount(makeDraft())).rejects.toMatchObject({ name: 'UnreadableItem', message: 'accounts' });
  expect(kept.get('accounts')).toEqual(damaged);
});
