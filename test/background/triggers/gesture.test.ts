import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../../src/accounts/account.ts';
import { queue, requestQueries } from '../../../src/background/services.ts';
import { gesture } from '../../../src/background/triggers/gesture.ts';
import { emptyDraft } from '../../../src/pins/plan/empty-form.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../../accounts/make-account.ts';
import { browser } from '../../fake-browser.ts';
import { createLocks } from '../../fake-locks.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

const id = '3EB0796DC6B777C0C7CD';
const key = `true_5511999999999@c.us_${id}`;
const pin = { action: 'pin', days: null, review: false } as const;
const { local, session } = browser.storage;

const locks = createLocks();

// The tests are offline, so that no provider is called.
vi.stubGlobal('navigator', { onLine: false, locks });

afterEach(async () => {
  await locks.idle();
  local.kept.clear();
  session.kept.clear();
  browser.opened.length = 0;
});

const have = (accounts: Account[], defaultId: string | null = null) =>
  local.kept.set('accounts', { accounts, defaultId });

/** Makes a gesture. Returns the requests that it made, the pages that it opened and the draft that it left. */
async function does(text: string, wanted: Parameters<typeof gesture>[1] = pin) {
  const before = (await requestQueries.latest(100)).map((request) => request.id);
  await gesture(text, wanted);
  const made = (await requestQueries.latest(100)).filter((request) => !before.includes(request.id));
  return { made, opened: browser.opened, draft: session.kept.get('draft') };
}

describe('a gesture', () => {
  it('a gesture that lacks nothing makes a request and opens nothing', async () => {
    have([makeZApiAccount()]);
    const { made, opened } = await does(key, { ...pin, days: 30 });
    expect(made).toMatchObject([{ accountId: 'support', days: 30, address: { messageId: id, chat: '5511999999999' } }]);
    expect(opened).toEqual([]);
  });

  it('a gesture never acts on a table with actions of its own', async () => {
    have([makeZApiAccount()]);
    const table = `conta;mensagem;duração;ação\nSupport;${key};30 dias;desafixar`;
    const { made, draft } = await does(table);
    expect(made).toEqual([]);
    expect(draft).toMatchObject({ message: table, question: 'table-of-actions' });
  });

  it('a gesture without a duration uses that of the account, which is the one chosen last', async () => {
    have([makeZApiAccount({ days: 1 })]);
    expect((await does(key)).made).toMatchObject([{ days: 1 }]);
    await does(key, { ...pin, days: 30 });
    expect((await does(key.replace(id, '3A5F1C9B7D2E4068AB13'))).made).toMatchObject([{ days: 30 }]);
  });

  it('a gesture that unpins does not change the duration of pins', async () => {
    have([makeZApiAccount({ days: 1 })]);
    await does(key, { action: 'unpin', days: 30, review: false });
    expect((await does(key)).made).toMatchObject([{ days: 1 }]);
  });

  it.each([
    ['a chat is missing', [makeZApiAccount()], '3AA45F9F285C5249CDFC', 'chat-missing', null],
    [
      'a chat is missing at each account',
      [makeZApiAccount(), makePeriskopeAccount()],
      '3AA45F9F285C5249CDFC',
      'chat-missing',
      null,
    ],
    ['several accounts can', [makeZApiAccount(), makePeriskopeAccount()], key, 'account-missing', null],
    ['there is no message', [makeZApiAccount()], 'prose', 'message-unread', null],
    ['there are several messages', [makeZApiAccount()], `${key} ${key.replace('5511', '5521')}`, 'review', null],
  ])('a gesture opens the popup with its question if %s', async (_what, accounts, text, question, accountId) => {
    have(accounts);
    const { made, opened, draft } = await does(` ${text}\n`);
    expect([made, opened]).toEqual([[], ['popup']]);
    const mustChooseAccount = question === 'account-missing';
    expect(draft).toEqual({ ...emptyDraft, message: text, accountId, mustChooseAccount, question });
  });

  it('a gesture beside an account that cannot be read asks for the account, because that one may be meant', async () => {
    have([makeZApiAccount(), { ...makeZApiAccount({ id: 'newer' }), providerId: 'newer' as never }]);
    const { made, draft } = await does(key);
    expect(made).toEqual([]);
    expect(draft).toMatchObject({ question: 'account-missing', accountId: null, mustChooseAccount: true });
  });

  it('a gesture to review shows the only account of several that can pin the message', async () => {
    have([makeZApiAccount(), makePeriskopeAccount()]);
    const { draft } = await does('ba3273cb-12be-48d4-90e0-0cbc0b427ef1', { ...pin, review: true });
    expect(draft).toMatchObject({ question: 'review', accountId: 'community' });
  });

  it('a gesture on a bare id acts in the default chat of the only account, and the request says so', async () => {
    have([makeZApiAccount({ defaultChat: '5511999999999@c.us' })]);
    const { made, opened } = await does('3AA45F9F285C5249CDF1');
    expect(made).toMatchObject([{ address: { chat: '5511999999999' }, chatFrom: 'default' }]);
    expect(opened).toEqual([]);
  });

  it('a gesture on a bare id asks for the account if only one of several has a default chat', async () => {
    have([makeZApiAccount(), makePeriskopeAccount({ defaultChat: '5511999999999@c.us' })]);
    const { made, draft } = await does('3AA45F9F285C5249CDF2');
    expect(made).toEqual([]);
    expect(draft).toMatchObject({ question: 'account-missing', mustChooseAccount: true });
  });

  it('a gesture on a table of numbers without country codes asks for their country', async () => {
    have([makeZApiAccount({ number: '5511999990000' })]);
    const { made, draft } = await does('message_id;phone\n3AA45F9F285C5249CDF3;11 99999-9999');
    expect(made).toEqual([]);
    expect(draft).toMatchObject({ question: 'chat-country' });
  });

  it('a gesture on a text that is too long says so and keeps nothing of it', async () => {
    have([makeZApiAccount()]);
    const { made, opened, draft } = await does(`${key} `.repeat(40_000));
    expect([made, opened]).toEqual([[], ['popup']]);
    expect(draft).toEqual({ ...emptyDraft, question: 'too-long' });
  });

  it('a gesture to review asks for a review even if nothing is missing', async () => {
    have([makeZApiAccount()]);
    const { made, opened, draft } = await does(key, { ...pin, review: true });
    expect([made, opened]).toEqual([[], ['popup']]);
    expect(draft).toMatchObject({ question: 'review', message: key });
  });

  it('a gesture without an account keeps the message and opens the options', async () => {
    const { made, opened, draft } = await does(key);
    expect([made, opened]).toEqual([[], ['src/options/index.html#waiting']]);
    expect(draft).toMatchObject({ message: key, question: null });
  });

  // Source: docs/message-ids.md. An instance id or token of an account is never a message id.
  it.each(['instanceId', 'instanceToken', 'clientToken'])(
    'a gesture on the %s of the account is never sent',
    async (name) => {
      const account = makeZApiAccount({ defaultChat: '5511999999999@c.us' });
      const value = name === 'instanceToken' ? account.credentials[name]?.toUpperCase() : account.credentials[name];
      have([account]);
      expect((await does(value ?? '')).made).toEqual([]);
    },
  );

  it('a gesture that cannot be kept on disk rejects', async () => {
    have([makeZApiAccount()]);
    vi.spyOn(queue, 'enqueue').mockRejectedValueOnce(new Error('QuotaExceededError'));
    await expect(gesture(key, pin)).rejects.toThrow('QuotaExceededError');
  });
});
