import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { intents } from '../../src/background/handlers/index.ts';
import { requestPins, requestQueries } from '../../src/background/services.ts';
import { emptyForm } from '../../src/pins/plan/empty-form.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../accounts/make-account.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
// Without a network nothing is sent, and so no account is read for a call.
vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });

const { local, session } = browser.storage;
const reads = vi.spyOn(local, 'get');
const sessionReads = vi.spyOn(session, 'get');
const searches = vi.spyOn(requestQueries, 'latest');
const readKeys = () => reads.mock.calls.map(([key]) => key).sort();

beforeEach(() => {
  local.kept.set('accounts', { accounts: [makeZApiAccount(), makePeriskopeAccount()], defaultId: null });
  for (const spy of [reads, sessionReads, searches]) spy.mockClear();
});

const key = (number: number) => `true_5511999999999@c.us_3EB0796DC6B777C0C7${10 + number}`;
const [account] = [makeZApiAccount()];
const gesture = { ...emptyForm, accountId: account.id };

it('a gesture on a page reads each stored item once before its request is written, and searches no requests for its chat', async () => {
  // The duration that was used is the one that is remembered already, so nothing is read to change it.
  const requested = await requestPins({ form: { ...gesture, message: key(0), action: 'unpin' }, shown: null });
  expect(requested.kind).toBe('enqueued');
  expect(readKeys()).toEqual(['accounts', 'last-days']);
  expect(searches).not.toHaveBeenCalledWith(500);
});

it('a list whose accounts were read for its plan is checked without another read of them', async () => {
  const form = { ...gesture, message: `${key(1)} ${key(2)} ${key(3)}`, action: 'unpin' } as const;
  const { mark } = await intents.plan.handle(form);
  reads.mockClear();
  const requested = await requestPins({ form, shown: { mark, accountId: account.id, chat: '' } });
  expect(requested).toMatchObject({ kind: 'enqueued', ids: { length: 3 } });
  expect(readKeys()).toEqual(['last-days']);
});

it('a press in the popup, whose plan has read the accounts, reads no stored item before its request is written', async () => {
  const form = { ...gesture, message: key(4), action: 'unpin', days: 7 } as const;
  const { mark } = await intents.plan.handle(form);
  reads.mockClear();
  await requestPins({ form, shown: { mark, accountId: account.id, chat: '' } });
  expect(readKeys()).toEqual([]);
});

it('the popup opens with one read of each stored item', async () => {
  await intents['open popup'].handle({});
  expect(readKeys()).toEqual(['accounts', 'last-days', 'preferences']);
  expect(sessionReads.mock.calls.map(([read]) => read).sort()).toEqual(['copied', 'draft']);
});
