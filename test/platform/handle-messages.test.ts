import * as v from 'valibot';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerIntents, intent, type Reply } from '../../src/platform/handle-messages.ts';
import { ask } from '../../src/platform/send-message.ts';
import { browser, type Sender } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const handle = vi.fn(async ({ n }: { n: number }) => n + 1);
const table = {
  add: intent(v.object({ n: v.number() }), handle),
  fail: intent(v.object({}), async (): Promise<void> => {
    throw new RangeError('the secret F0011223344 is wrong');
  }),
  throw: intent(v.object({}), async (): Promise<void> => {
    throw 'F0011223344';
  }),
};

const page = { id: 'pushpin', url: 'chrome-extension://pushpin/src/popup/index.html' };
const add = { intent: 'add', input: { n: 1 } };

async function send(message: unknown, sender: Sender = page): Promise<Reply<unknown>> {
  const [reply] = browser.runtime.onMessage.fire(message, sender);
  return (await reply) as Reply<unknown>;
}

beforeAll(() => answerIntents(table));

describe('an intent', () => {
  it('an intent from our own page is answered', async () => expect(await send(add)).toEqual({ ok: true, answer: 2 }));

  it.each([
    ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }],
    ['another extension under our address', { ...page, id: 'other' }],
    ['a content script of ours in a web page', { id: 'pushpin', url: 'https://web.whatsapp.com/' }],
    ['a web page whose URL contains ours', { id: 'pushpin', url: 'https://evil.example/chrome-extension://pushpin/' }],
    ['an extension whose id begins like ours', { id: 'pushpin', url: 'chrome-extension://pushpinx/' }],
    ['a sender without a URL', { id: 'pushpin' }],
    ['a sender without an id', {}],
  ])('an intent from %s is refused', async (_what, sender) => {
    handle.mockClear();
    expect(await send(add, sender)).toMatchObject({ ok: false, code: 'refused' });
    expect(handle).not.toHaveBeenCalled();
  });

  it.each([
    ['that is not in the table', { intent: 'steal', input: {} }],
    ['with the name of a method of every object', { intent: 'toString', input: {} }],
    ['with the name of a hidden property of every object', { intent: '__proto__', input: {} }],
    ['with input of another shape', { intent: 'add', input: { n: '1' } }],
    ['without input', { intent: 'add' }],
    ['without a name', { input: { n: 1 } }],
    ['that is null', null],
    ['that is a text', 'add'],
  ])('an intent %s is refused', async (_what, message) =>
    expect(await send(message)).toMatchObject({ ok: false, code: 'refused' }),
  );

  it.each([
    ['fail', 'RangeError'],
    ['throw', 'unknown'],
  ])(
    'an intent whose handler throws (“%s”) is answered as failed, without the text of the error',
    async (name, detail) =>
      expect(await send({ intent: name, input: {} })).toEqual({ ok: false, code: 'failed', detail }),
  );
});

describe('ask', () => {
  it('ask sends the intent and returns the reply', async () => {
    const sendMessage = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: true, answer: 2 });
    expect(await ask<typeof table, 'add'>('add', { n: 1 })).toEqual({ ok: true, answer: 2 });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith(add);
  });

  it('ask replies as failed if the worker cannot be reached', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist.'));
    expect(await ask<typeof table, 'add'>('add', { n: 1 })).toEqual({ ok: false, code: 'failed', detail: 'worker' });
  });

  // If the worker ends before it replies, webextension-polyfill resolves with undefined.
  it('ask replies as failed if the worker gives no reply', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined);
    expect(await ask<typeof table, 'add'>('add', { n: 1 })).toMatchObject({ ok: false, code: 'failed' });
  });
});
