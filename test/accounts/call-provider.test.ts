import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callProvider, checkConnection, listChoices } from '../../src/accounts/call-provider.ts';
import type { Call } from '../../src/providers/index.ts';
import { browser } from '../fake-browser.ts';
import { makePeriskopeAccount, makeZApiAccount } from './make-account.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const fetched = vi.fn<typeof fetch>();
const network = { onLine: true };
const call: Call<string> = {
  request: { method: 'GET', url: 'https://api.z-api.io/x', headers: {} },
  read: ({ body }) => body,
};

/** What the provider says, by the end of the path. */
function says(answers: Record<string, unknown>): void {
  fetched.mockImplementation(async (url) => Response.json(answers[String(url).split('/').at(-1) ?? '']));
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', network);
});

afterEach(() => {
  fetched.mockReset();
  network.onLine = true;
  browser.reachable.allowed = true;
  vi.unstubAllGlobals();
});

describe('a call', () => {
  it('is read without the secrets of the account', async () => {
    fetched.mockResolvedValue(new Response(`Client-Token ${makeZApiAccount().credentials.clientToken} not allowed`));
    expect(await callProvider(makeZApiAccount(), call)).toBe('Client-Token •••• not allowed');
  });

  it('is read without them in what the reader makes of it', async () => {
    const { clientToken = '' } = makeZApiAccount().credentials;
    fetched.mockResolvedValue(new Response(clientToken.split('').join('\0')));
    const read: Call<string>['read'] = ({ body }) => body.replaceAll('\0', '');
    expect(await callProvider(makeZApiAccount(), { ...call, read })).toBe('••••');
  });

  it.each([
    ['offline', 'unavailable', () => Object.assign(network, { onLine: false })],
    ['permission', 'unavailable', () => Object.assign(browser.reachable, { allowed: false })],
    ['connection', 'unknown', () => fetched.mockRejectedValue(new TypeError('Failed to fetch'))],
  ])('without an answer for want of %s is %s', async (reason, kind, arrange) => {
    arrange();
    expect(await callProvider(makeZApiAccount(), call)).toMatchObject({ kind, reason });
  });
});

it('a call whose key no header can hold was not sent, and says that it is the key', async () => {
  const headers = { authorization: 'Bearer ключ' };
  expect(await callProvider(makePeriskopeAccount(), { ...call, request: { ...call.request, headers } })).toMatchObject({
    kind: 'unauthorized',
    reason: 'characters',
  });
  expect(fetched).not.toHaveBeenCalled();
});

describe('the connection', () => {
  it('is asked a second time for whose it is', async () => {
    says({ status: { connected: true }, device: { phone: '5511999999999', name: 'Support' } });
    expect(await checkConnection(makeZApiAccount())).toEqual({
      kind: 'connected',
      displayName: 'Support · +5511999999999',
      number: '5511999999999',
    });
  });

  it('stands without knowing whose it is', async () => {
    fetched.mockResolvedValueOnce(Response.json({ connected: true })).mockRejectedValueOnce(new TypeError('cut'));
    expect(await checkConnection(makeZApiAccount())).toEqual({ kind: 'connected', displayName: null, number: null });
  });

  it('that is not there is asked once', async () => {
    says({ status: { connected: false } });
    expect(await checkConnection(makeZApiAccount())).toMatchObject({ kind: 'disconnected' });
    expect(fetched).toHaveBeenCalledOnce();
  });
});

describe('choices', () => {
  it('come from a provider that has some', async () => {
    says({ all: [{ org_phone: '918527184400@c.us', phone_name: 'Support' }] });
    expect(await listChoices(makePeriskopeAccount())).toEqual([
      { value: '918527184400', label: 'Support · +918527184400' },
    ]);
  });

  it('of one that has none are none, and nobody is asked', async () => {
    expect(await listChoices(makeZApiAccount())).toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
  });
});
