import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callProvider, checkConnection, listChoices } from '../../src/accounts/call-provider.ts';
import type { Call } from '../../src/providers/index.ts';
import { browser } from '../fake-browser.ts';
import { makePeriskopeAccount, makeZApiAccount } from './make-account.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const fetchMock = vi.fn<typeof fetch>();
const network = { onLine: true };
const call: Call<string> = {
  request: { method: 'GET', url: 'https://api.z-api.io/x', headers: {} },
  read: ({ body }) => body,
};

/** Makes the provider answer, by the last part of the path. */
function answerWith(answers: Record<string, unknown>): void {
  fetchMock.mockImplementation(async (url) => Response.json(answers[String(url).split('/').at(-1) ?? '']));
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  vi.stubGlobal('navigator', network);
});

afterEach(() => {
  fetchMock.mockReset();
  network.onLine = true;
  browser.reachable.allowed = true;
  vi.unstubAllGlobals();
});

describe('callProvider', () => {
  it('callProvider masks the secrets of the account in the answer', async () => {
    fetchMock.mockResolvedValue(new Response(`Client-Token ${makeZApiAccount().credentials.clientToken} not allowed`));
    expect(await callProvider(makeZApiAccount(), call)).toBe('Client-Token •••• not allowed');
  });

  it('callProvider masks the secrets of the account in what is read from the answer', async () => {
    const { clientToken = '' } = makeZApiAccount().credentials;
    fetchMock.mockResolvedValue(new Response(clientToken.split('').join('\0')));
    const read: Call<string>['read'] = ({ body }) => body.replaceAll('\0', '');
    expect(await callProvider(makeZApiAccount(), { ...call, read })).toBe('••••');
  });

  it.each([
    ['offline', 'unavailable', () => Object.assign(network, { onLine: false })],
    ['permission', 'unavailable', () => Object.assign(browser.reachable, { allowed: false })],
    ['connection', 'unknown', () => fetchMock.mockRejectedValue(new TypeError('Failed to fetch'))],
  ])('callProvider without an answer because of %s returns %s', async (reason, kind, arrange) => {
    arrange();
    expect(await callProvider(makeZApiAccount(), call)).toMatchObject({ kind, reason });
  });
});

it('callProvider does not send a key that no header can hold, and says that it is the key', async () => {
  const headers = { authorization: 'Bearer ключ' };
  expect(await callProvider(makePeriskopeAccount(), { ...call, request: { ...call.request, headers } })).toMatchObject({
    kind: 'unauthorized',
    reason: 'characters',
  });
  expect(fetchMock).not.toHaveBeenCalled();
});

describe('checkConnection', () => {
  it('checkConnection asks once more for the name and number if the first answer has none', async () => {
    answerWith({ status: { connected: true }, device: { phone: '5511999999999', name: 'Support' } });
    expect(await checkConnection(makeZApiAccount())).toEqual({
      kind: 'connected',
      displayName: 'Support · +5511999999999',
      number: '5511999999999',
    });
  });

  it('checkConnection is connected although the name and number are not answered', async () => {
    fetchMock.mockResolvedValueOnce(Response.json({ connected: true })).mockRejectedValueOnce(new TypeError('cut'));
    expect(await checkConnection(makeZApiAccount())).toEqual({ kind: 'connected', displayName: null, number: null });
  });

  it('checkConnection asks once if there is no connection', async () => {
    answerWith({ status: { connected: false } });
    expect(await checkConnection(makeZApiAccount())).toMatchObject({ kind: 'disconnected' });
    expect(fetchMock).toHaveBeenCalledOnce();
  });
});

describe('listChoices', () => {
  it('listChoices returns the values that the provider offers', async () => {
    answerWith({ all: [{ org_phone: '918527184400@c.us', phone_name: 'Support' }] });
    expect(await listChoices(makePeriskopeAccount())).toEqual([
      { value: '918527184400', label: 'Support · +918527184400' },
    ]);
  });

  it('listChoices returns none and sends nothing for a provider that offers none', async () => {
    expect(await listChoices(makeZApiAccount())).toEqual([]);
    expect(fetchMock).not.toHaveBeenCalled();
  });
});
