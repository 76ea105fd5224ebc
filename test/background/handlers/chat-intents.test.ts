import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountIntents } from '../../../src/background/handlers/account-intents.ts';
import { chatIntents } from '../../../src/background/handlers/chat-intents.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../../accounts/make-account.ts';
import { browser } from '../../fake-browser.ts';
import { createLocks } from '../../fake-locks.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

/** Every test has accounts of its own, because the queue finishes a deletion later. */
const makeAccounts = () =>
  [
    { ...makeZApiAccount(), id: crypto.randomUUID(), number: null },
    { ...makePeriskopeAccount(), id: crypto.randomUUID(), number: null },
  ] as const;
let [support, community] = makeAccounts();
const fetched = vi.fn<typeof fetch>();
const chat = '919487126251@c.us';
const asha = { chat_id: chat, chat_name: 'Asha Verma' };
const of = ({ id }: { id: string }) => ({ accountId: id });
const chatsOf = async (account: { id: string }) => (await chatIntents.chats.handle(of(account))).chats;
const fetchAsha = () => {
  fetched.mockResolvedValueOnce(Response.json({ from: 1, to: 1, count: 1, chats: [asha] }));
  return chatIntents['refresh chats'].handle(of(community));
};

beforeEach(() => {
  [support, community] = makeAccounts();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', { onLine: true, locks: createLocks() });
  browser.storage.local.kept.set('accounts', { accounts: [support, community], defaultId: null });
});
afterEach(async () => {
  for (const account of [support, community]) await accountIntents['delete account'].handle({ id: account.id });
  fetched.mockReset();
  vi.unstubAllGlobals();
});

describe('the chats of an account', () => {
  it('an account has no chats at first, and keeps them once they were fetched', async () => {
    expect(await chatIntents.chats.handle(of(community))).toEqual({ chats: [], complete: false, fetchedAt: null });
    const { list, failure } = await fetchAsha();
    expect(failure).toBeNull();
    expect(list).toMatchObject({ chats: [{ chat, name: 'Asha Verma' }], complete: true });
    expect(await chatIntents.chats.handle(of(community))).toEqual(list);
  });

  it('the chats are not fetched where a newer version has stored the accounts, and nobody says that the account was deleted', async () => {
    browser.storage.local.kept.set('accounts', { version: 99, value: {} });
    const { failure } = await chatIntents['refresh chats'].handle(of(community));
    expect(failure).toMatchObject({ kind: 'unavailable', reason: 'storage' });
    browser.storage.local.kept.set('accounts', { accounts: [support, community], defaultId: null });
  });

  it('the chats that were kept stay if they cannot be fetched again', async () => {
    await fetchAsha();
    vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });
    const { list, failure } = await chatIntents['refresh chats'].handle(of(community));
    expect(failure).toMatchObject({ kind: 'unavailable', reason: 'offline' });
    expect(list.chats).toHaveLength(1);
  });

  it('the chats of an account are removed with the account', async () => {
    await fetchAsha();
    await accountIntents['delete account'].handle({ id: community.id });
    expect(await chatsOf(community)).toEqual([]);
  });

  it('the chats of an account are removed when it is saved again, because it may have another number', async () => {
    await fetchAsha();
    const draft = { ...community, defaultChat: '' };
    expect(await accountIntents['save account'].handle({ draft, anyway: true })).toMatchObject({ kind: 'saved' });
    expect(await chatsOf(community)).toEqual([]);
  });

  it('the chats of an account that does not exist are a failure', async () =>
    expect(await chatIntents['refresh chats'].handle({ accountId: 'gone' })).toMatchObject({
      failure: { kind: 'unavailable', reason: 'account' },
    }));
});

describe('the messages of a chat', () => {
  it('messages are requested in pages of 25', async () => {
    fetched.mockResolvedValueOnce(Response.json({ messages: [] }));
    const page = await chatIntents.messages.handle({ ...of(community), chat, page: 26 });
    expect(page).toEqual({ messages: [], next: null });
    expect(String(fetched.mock.calls[0]?.[0])).toContain('919487126251%40c.us/messages?offset=26&limit=25');
  });

  it('the messages of a chat are a failure if the provider lists no messages', async () => {
    expect(await chatIntents.messages.handle({ ...of(support), chat, page: null })).toMatchObject({
      kind: 'unavailable',
    });
    expect(fetched).not.toHaveBeenCalled();
  });
});
