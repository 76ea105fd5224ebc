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

describe('findKey', () => {
  it('findKey returns the key from the page with the message, and asks for no further page', async () => {
    const ask = vi
      .fn<AskPage>()
      .mockResolvedValueOnce(page(['1', '2'], 201))
      .mockResolvedValueOnce(page(['3'], 401));
    expect(await findKey('3', ask)).toEqual({ key: `true_${chat}_3` });
    expect(ask.mock.calls.map(([from]) => from)).toEqual([null, 201]);
  });

  it('findKey compares ids with their case', async () =>
    expect(await findKey('3eb0', async () => page(['3EB0'], null))).toMatchObject({ reason: 'not-listed' }));
});

describe('findKey without a result', () => {
  it.each(['..', '.', '', 'true_919487126251@c.us_3EB0F754E67BDF3178E8', 'x3', '3x', '../../3', 'true_3x'])(
    'findKey refuses "%s" as the key of the message',
    async (wrong) => {
      const entry = { key: wrong, id: '3', text: '', fromMe: true, sentAt: null };
      expect(await findKey('3', async () => ({ messages: [entry], next: null }))).toMatchObject({
        kind: 'rejected',
        reason: 'not-listed',
      });
    },
  );

  it('findKey finds nothing if the chat ends before', async () =>
    expect(await findKey('3', async () => page(['1'], null))).toMatchObject({
      kind: 'rejected',
      reason: 'not-listed',
    }));

  it('findKey looks at five pages at most', async () => {
    const ask = vi.fn<AskPage>(async (from) => page(['1'], (from ?? 0) + 1));
    expect(await findKey('3', ask)).toMatchObject({ reason: 'not-listed' });
    expect(ask).toHaveBeenCalledTimes(5);
  });

  it('findKey returns the failure of a call', async () =>
    expect(await findKey('3', async () => failure('unauthorized', 'api-key'))).toMatchObject({ reason: 'api-key' }));
});

describe('completeAddress', () => {
  const fetchMock = vi.fn<typeof fetch>();

  beforeEach(() => {
    vi.stubGlobal('fetch', fetchMock);
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => {
    fetchMock.mockReset();
    vi.unstubAllGlobals();
  });

  it('completeAddress replaces a bare id by the whole key that Periskope has', async () => {
    fetchMock.mockResolvedValue(Response.json({ messages: [{ message_id: key, unique_id: bare.messageId }] }));
    expect(await completeAddress(makePeriskopeAccount(), bare, () => {})).toEqual({ messageId: key, chat });
  });

  it.each([
    ['a whole key at Periskope', makePeriskopeAccount(), { messageId: key, chat }],
    ['a queue_id at Periskope', makePeriskopeAccount(), { messageId: 'ba3273cb-12be', chat: null }],
    ['a bare id at Z-API', makeZApiAccount(), bare],
  ])('completeAddress returns %s as it is', async (_what, account, address) => {
    expect(await completeAddress(account, address, () => {})).toEqual(address);
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('completeAddress never returns unknown, because nothing was sent', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await completeAddress(makePeriskopeAccount(), bare, () => {})).toMatchObject({
      kind: 'unavailable',
      reason: 'server',
    });
  });

  it('completeAddress keeps the reason why the lookup failed', async () => {
    fetchMock.mockResolvedValue(new Response('', { status: 401 }));
    expect(await completeAddress(makePeriskopeAccount(), bare, () => {})).toMatchObject({
      kind: 'unauthorized',
      status: 401,
    });
  });
});
