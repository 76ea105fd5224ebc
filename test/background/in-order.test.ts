import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { inOrder } from '../../src/background/in-order.ts';
import { ledger } from '../../src/background/sender.ts';
import { aZApiAccount } from '../accounts/an-account.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });

const key = 'true_5511999999999@c.us_3EB0796DC6B777C0C7CD';
const asUsual = { days: null, review: false };

it('a gesture whose text is there sooner does not overtake an earlier one', async () => {
  browser.storage.local.kept.set('accounts', { accounts: [aZApiAccount()], defaultId: null });
  let read: (text: string) => void = () => {};
  const late = new Promise<string>((resolve) => {
    read = resolve;
  });
  const both = [
    inOrder(late, { action: 'pin', ...asUsual }),
    inOrder(Promise.resolve(key), { action: 'unpin', ...asUsual }),
  ];
  read(key);
  await Promise.all(both);
  const latest = await ledger.latest(9);
  expect(latest.map(({ action, state }) => [action, state])).toEqual([
    ['unpin', 'queued'],
    ['pin', 'replaced'],
  ]);
});

it('a text that cannot be read is told on the toolbar', async () => {
  await inOrder(Promise.reject(new Error('gone')), { action: 'pin', ...asUsual });
  expect(browser.toolbar.text).toBe('!');
});
