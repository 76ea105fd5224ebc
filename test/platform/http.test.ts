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
const fetchMock = vi.fn<typeof fetch>();
const network = { onLine: true };

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  vi.stubGlobal('navigator', network);
  fetchMock.mockResolvedValue(new Response('{}'));
});

afterEach(() => {
  fetchMock.mockReset();
  network.onLine = true;
  browser.reachable.allowed = true;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a request', () => {
  it('a request is sent without cookies, referrer and cache', async () => {
    await send(request);
    const { url, ...rest } = request;
    expect(fetchMock).toHaveBeenCalledExactlyOnceWith(url, {
      ...rest,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    });
  });

  it('a request is cut off after 20 s', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    await send(request);
    expect(timeout).toHaveBeenCalledExactlyOnceWith(20_000);
  });
});

describe('an answer', () => {
  it('an answer has the status, the headers in lower case, and the body', async () => {
    fetchMock.mockResolvedValue(new Response('{"é":1}', { status: 422, headers: { 'X-RateLimit-Reset': '7' } }));
    expect(await send(request)).toEqual({
      status: 422,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-ratelimit-reset': '7' },
      body: '{"é":1}',
      sentAt: expect.any(Number),
      receivedAt: expect.any(Number),
    });
  });

  it('an answer without a body has an empty one', async () => {
    fetchMock.mockResolvedValue(new Response(null, { status: 204 }));
    expect(await send(request)).toMatchObject({ status: 204, body: '' });
  });

  it('an answer is decoded although its chunks cut characters apart', async () => {
    const bytes = new TextEncoder().encode('ação 📌');
    const slowBody = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    fetchMock.mockResolvedValue(new Response(slowBody));
    expect(await send(request)).toMatchObject({ body: 'ação 📌' });
  });

  it('an answer without an end is cut off, and its stream cancelled', async () => {
    const onCancel = vi.fn();
    const chunk = new Uint8Array(64 * 1024).fill(120);
    const endlessBody = new ReadableStream({ pull: (controller) => controller.enqueue(chunk), cancel: onCancel });
    fetchMock.mockResolvedValue(new Response(endlessBody));
    expect(await send(request)).toMatchObject({ body: 'x'.repeat(256 * 1024) });
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('a request without an answer', () => {
  it.each([
    ['permission', () => Object.assign(browser.reachable, { allowed: false })],
    ['offline', () => Object.assign(network, { onLine: false })],
  ])('a request that cannot be sent is reported as "%s", and nothing is sent', async (reason, arrange) => {
    arrange();
    expect(await send(request)).toBe(reason);
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it.each([
    ['a line break', 'abc\r\nx-other: 1'],
    ['a letter outside Latin-1', 'abcdefgh\u0105'],
    ['an emoji', 'abcdefgh📌'],
  ])('a request with %s in a header is reported as "characters", and nothing is sent', async (_what, value) => {
    expect(await send({ ...request, headers: { 'Client-Token': value } })).toBe('characters');
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('a request asks Chrome for the permission for its own origin alone', async () => {
    const contains = vi.spyOn(browser.permissions, 'contains');
    await send(request);
    expect(contains).toHaveBeenCalledExactlyOnceWith({ origins: ['https://api.z-api.io/*'] });
  });

  it('a request whose network fails is reported as "connection"', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await send(request)).toBe('connection');
  });

  it('a request whose answer breaks off is reported as "connection"', async () => {
    const brokenBody = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
    fetchMock.mockResolvedValue(new Response(brokenBody));
    expect(await send(request)).toBe('connection');
  });

  it('a request that gets no answer in time is reported as "timeout"', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')));
    fetchMock.mockImplementation(async (_url, init) => init?.signal?.throwIfAborted() as never);
    expect(await send(request)).toBe('timeout');
  });
});
