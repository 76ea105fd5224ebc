import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../src/accounts/account-draft.ts';
import {
  daysOf,
  deleteAccount,
  readBook,
  rememberDays,
  saveAccount,
  setDefault,
} from '../../src/accounts/account-store.ts';
import { onChange } from '../../src/platform/changes.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { makePeriskopeAccount, makeZApiAccount } from './make-account.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const draft = (parts: Partial<Draft> = {}): Draft => ({ ...makeZApiAccount(), id: null, defaultChat: '', ...parts });

beforeEach(() => vi.stubGlobal('navigator', { locks: createLocks() }));

afterEach(() => {
  browser.storage.local.kept.clear();
  vi.unstubAllGlobals();
});

describe('saving', () => {
  it('keeps a new account with its secrets, under its id', async () => {
    const id = await saveAccount(draft());
    expect(await readBook()).toEqual({ accounts: [makeZApiAccount({ id })], defaultId: null });
  });

  it('keeps several in the order in which they were added, also at once', async () => {
    const names = ['A', 'B', 'C'];
    await Promise.all(names.map((name) => saveAccount(draft({ name }))));
    expect((await readBook()).accounts.map(({ name }) => name)).toEqual(names);
  });

  it('changes one in its place, with the secrets that were not typed again', async () => {
    const id = await saveAccount(draft());
    await saveAccount(draft({ name: 'Other' }));
    await saveAccount(draft({ id, name: 'Sales', credentials: { instanceId: '3C01' } }));
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
  ])('reads the default chat "%s" at %s as %s', async (defaultChat, providerId, jid) => {
    await saveAccount(draft({ providerId, defaultChat, credentials: makePeriskopeAccount().credentials }));
    expect((await readBook()).accounts[0]?.defaultChat).toBe(jid);
  });

  it('tells the open pages', async () => {
    const end = new AbortController();
    const heard = new Promise((resolve) => onChange(resolve, end.signal));
    await saveAccount(draft());
    expect(await heard).toBe('accounts');
    end.abort();
  });
});

describe('the default', () => {
  it('is marked and unmarked', async () => {
    const id = await saveAccount(draft());
    await setDefault(id);
    expect((await readBook()).defaultId).toBe(id);
    await setDefault(null);
    expect((await readBook()).defaultId).toBeNull();
  });

  it('goes with its account, and with no other', async () => {
    const [first, second] = [await saveAccount(draft({ name: 'A' })), await saveAccount(draft({ name: 'B' }))];
    await setDefault(second);
    await deleteAccount(first);
    expect((await readBook()).defaultId).toBe(second);
    await deleteAccount(second);
    expect(await readBook()).toEqual({ accounts: [], defaultId: null });
  });
});

describe('how long pins last', () => {
  it('is as set in the account until something else was chosen there', async () => {
    const account = makeZApiAccount();
    expect(await daysOf(account)).toBe(7);
    await rememberDays('other', 1);
    expect(await daysOf(account)).toBe(7);
    await rememberDays(account.id, 30);
    expect(await daysOf(account)).toBe(30);
  });
});

it('never overwrites accounts that it cannot read', async () => {
  const foreign = { accounts: [{ ...makeZApiAccount(), provider: 'next-year' }], defaultId: null };
  browser.storage.local.kept.set('accounts', foreign);
  await expect(saveAccount(draft())).rejects.toThrow('accounts');
  expect(browser.storage.local.kept.get('accounts')).toEqual(foreign);
});
