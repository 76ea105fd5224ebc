import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../src/platform/http.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const request = {
  method: 'POST',
  url: 'https://api.z-api.io/instances/1/token/2/pin-message',
  headers: { 'Client-Token': 'F001122' },
  body: '{"a":1}',
};
const fetched = vi.fn<typeof fetch>();
const network = { onLine: true };

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', network);
  fetched.mockResolvedValue(new Response('{}'));
});

afterEach(() => {
  fetched.mockReset();
  network.onLine = true;
  browser.reachable.allowed = true;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what is sent', () => {
  it('is the request with nothing of the browser’s own', async () => {
    await send(request);
    const { url, ...rest } = request;
    expect(fetched).toHaveBeenCalledExactlyOnceWith(url, {
      ...rest,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    });
  });

  it('waits 20 s at most', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    await send(request);
    expect(timeout).toHaveBeenCalledExactlyOnceWith(20_000);
  });
});

describe('an answer', () => {
  it('is status, headers in lower case, and body', async () => {
    fetched.mockResolvedValue(new Response('{"é":1}', { status: 422, headers: { 'X-RateLimit-Reset': '7' } }));
    expect(await send(request)).toEqual({
      status: 422,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-ratelimit-reset': '7' },
      body: '{"é":1}',
      sentAt: expect.any(Number),
      receivedAt: expect.any(Number),
    });
  });

  it('may have no body', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }));
    expect(await send(request)).toMatchObject({ status: 204, body: '' });
  });

  it('is read across pieces that cut a letter', async () => {
    const bytes = new TextEncoder().encode('ação 📌');
    const slow = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    fetched.mockResolvedValue(new Response(slow));
    expect(await send(request)).toMatchObject({ body: 'ação 📌' });
  });

  it('without an end is cut, and its source stopped', async () => {
    const stopped = vi.fn();
    const piece = new Uint8Array(64 * 1024).fill(120);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(piece), cancel: stopped });
    fetched.mockResolvedValue(new Response(endless));
    expect(await send(request)).toMatchObject({ body: 'x'.repeat(256 * 1024) });
    expect(stopped).toHaveBeenCalledOnce();
  });
});

describe('no answer', () => {
  it.each([
    ['permission', () => Object.assign(browser.reachable, { allowed: false })],
    ['offline', () => Object.assign(network, { onLine: false })],
  ])('for want of %s sends nothing', async (why, arrange) => {
    arrange();
    expect(await send(request)).toBe(why);
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each([
    ['a line break', 'abc\r\nx-other: 1'],
    ['a letter that is not Latin', 'abcdefgh\u0105'],
    ['an emoji', 'abcdefgh📌'],
  ])('for %s in a header sends nothing', async (_what, value) => {
    expect(await send({ ...request, headers: { 'Client-Token': value } })).toBe('characters');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('asks for permission for the origin alone', async () => {
    const contains = vi.spyOn(browser.permissions, 'contains');
    await send(request);
    expect(contains).toHaveBeenCalledExactlyOnceWith({ origins: ['https://api.z-api.io/*'] });
  });

  it('for a network that fails is a matter of the connection', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await send(request)).toBe('connection');
  });

  it('for an answer that breaks off is a matter of the connection', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
    fetched.mockResolvedValue(new Response(broken));
    expect(await send(request)).toBe('connection');
  });

  it('in time is a time-out', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')));
    fetched.mockImplementation(async (_url, init) => init?.signal?.throwIfAborted() as never);
    expect(await send(request)).toBe('timeout');
  });
});
