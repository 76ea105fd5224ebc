import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AskPage, completeAddress, findKey } from '../../src/accounts/find-message-key.ts';
import { failure, type MessagePage } from '../../src/providers/index.ts';
import { makePeriskopeAccount, makeZApiAccount } from './make-account.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const chat = '919487126251@c.us';
const key = `true_${chat}_3EB0F754E67BDF3178E7`;
const bare = { messageId: '3EB0F754E67BDF3178E7', chat };
const page = (ids: string[], next: number | null): MessagePage => ({
  messages: ids.map((id) => ({ key: `true_${chat}_${id}`, id, text: '', fromMe: true, sentAt: null })),
  next,
});

describe('a key is found', () => {
  it('on the page where the message is, and no further page is asked for', async () => {
    const ask = vi
      .fn<AskPage>()
      .mockResolvedValueOnce(page(['1', '2'], 201))
      .mockResolvedValueOnce(page(['3'], 401));
    expect(await findKey('3', ask)).toEqual({ key: `true_${chat}_3` });
    expect(ask.mock.calls.map(([from]) => from)).toEqual([null, 201]);
  });

  it('by the very id: ids are case-sensitive', async () =>
    expect(await findKey('3eb0', async () => page(['3EB0'], null))).toMatchObject({ reason: 'not-listed' }));
});

describe('a key is not found', () => {
  it.each(['..', '.', '', 'true_919487126251@c.us_3EB0F754E67BDF3178E8', 'x3', '3x', '../../3', 'true_3x'])(
    'where the provider gives "%s" for it',
    async (wrong) => {
      const entry = { key: wrong, id: '3', text: '', fromMe: true, sentAt: null };
      expect(await findKey('3', async () => ({ messages: [entry], next: null }))).toMatchObject({
        kind: 'rejected',
        reason: 'not-listed',
      });
    },
  );

  it('where the chat ends', async () =>
    expect(await findKey('3', async () => page(['1'], null))).toMatchObject({
      kind: 'rejected',
      reason: 'not-listed',
    }));

  it('further back than five pages', async () => {
    const ask = vi.fn<AskPage>(async (from) => page(['1'], (from ?? 0) + 1));
    expect(await findKey('3', ask)).toMatchObject({ reason: 'not-listed' });
    expect(ask).toHaveBeenCalledTimes(5);
  });

  it('where asking fails', async () =>
    expect(await findKey('3', async () => failure('unauthorized', 'api-key'))).toMatchObject({ reason: 'api-key' }));
});

describe('an address', () => {
  const fetched = vi.fn<typeof fetch>();

  beforeEach(() => {
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => {
    fetched.mockReset();
    vi.unstubAllGlobals();
  });

  it('of a bare id becomes the whole key that Periskope has', async () => {
    fetched.mockResolvedValue(Response.json({ messages: [{ message_id: key, unique_id: bare.messageId }] }));
    expect(await completeAddress(makePeriskopeAccount(), bare, () => {})).toEqual({ messageId: key, chat });
  });

  it.each([
    ['a whole key at Periskope', makePeriskopeAccount(), { messageId: key, chat }],
    ['a queue_id at Periskope', makePeriskopeAccount(), { messageId: 'ba3273cb-12be', chat: null }],
    ['a bare id at Z-API', makeZApiAccount(), bare],
  ])('of %s is taken as it is', async (_what, account, address) => {
    expect(await completeAddress(account, address, () => {})).toEqual(address);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('that could not be looked up was never sent, so it is not unknown', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await completeAddress(makePeriskopeAccount(), bare, () => {})).toMatchObject({
      kind: 'unavailable',
      reason: 'server',
    });
  });

  it('keeps why it could not be looked up', async () => {
    fetched.mockResolvedValue(new Response('', { status: 401 }));
    expect(await completeAddress(makePeriskopeAccount(), bare, () => {})).toMatchObject({
      kind: 'unauthorized',
      status: 401,
    });
  });
});
