import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { accountIntents } from '../../../src/background/handlers/account-intents.ts';
import { queue, requestQueries } from '../../../src/background/services.ts';
import { makeZApiAccount } from '../../accounts/make-account.ts';
import { browser } from '../../fake-browser.ts';
import { createLocks } from '../../fake-locks.ts';
import { makeWish } from '../../pins/make-request.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

it('an account that cannot be deleted, because a newer version stored it, keeps its requests', async () => {
  vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });
  browser.storage.local.kept.set('accounts', { version: 99, value: {} });
  const [id = ''] = await queue.enqueue([makeWish({ accountId: 'support' })]);
  await expect(accountIntents['delete account'].handle({ id: 'support' })).rejects.toMatchObject({ name: 'NewerItem' });
  await queue.wake();
  expect(await requestQueries.get(id)).toMatchObject({ state: 'queued' });
  await queue.cancel([id]);
});

it('deleting an account ends what it has not sent, also without a network, and says why', async () => {
  const account = makeZApiAccount();
  vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });
  browser.storage.local.kept.set('accounts', { accounts: [account], defaultId: null });
  const [id = ''] = await queue.enqueue([makeWish({ accountId: account.id })]);
  await accountIntents['delete account'].handle({ id: account.id });
  await vi.waitFor(async () =>
    expect(await requestQueries.get(id)).toMatchObject({
      state: 'settled',
      outcome: { kind: 'unavailable', reason: 'account' },
    }),
  );
});
