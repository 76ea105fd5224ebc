import * as v from 'valibot';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerIntents, intent, type Reply } from '../../src/platform/handle-messages.ts';
import { ask } from '../../src/platform/send-message.ts';
import { browser, type Sender } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const handled = vi.fn(async ({ n }: { n: number }) => n + 1);
const table = {
  add: intent(v.object({ n: v.number() }), handled),
  fail: intent(v.object({}), async (): Promise<void> => {
    throw new RangeError('the secret F0011223344 is wrong');
  }),
  throw: intent(v.object({}), async (): Promise<void> => {
    throw 'F0011223344';
  }),
};

const page = { id: 'pushpin', url: 'chrome-extension://pushpin/src/popup/index.html' };
const add = { intent: 'add', input: { n: 1 } };

async function say(message: unknown, sender: Sender = page): Promise<Reply<unknown>> {
  const [reply] = browser.runtime.onMessage.fire(message, sender);
  return (await reply) as Reply<unknown>;
}

beforeAll(() => answerIntents(table));

describe('an intent', () => {
  it('from our page is answered', async () => expect(await say(add)).toEqual({ ok: true, answer: 2 }));

  it.each([
    ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }],
    ['another extension under our address', { ...page, id: 'other' }],
    ['a script of ours in a web page', { id: 'pushpin', url: 'https://web.whatsapp.com/' }],
    ['a web page that looks like ours', { id: 'pushpin', url: 'https://evil.example/chrome-extension://pushpin/' }],
    ['an extension whose id begins like ours', { id: 'pushpin', url: 'chrome-extension://pushpinx/' }],
    ['nowhere', { id: 'pushpin' }],
    ['nobody', {}],
  ])('from %s is refused', async (_who, sender) => {
    handled.mockClear();
    expect(await say(add, sender)).toMatchObject({ ok: false, code: 'refused' });
    expect(handled).not.toHaveBeenCalled();
  });

  it.each([
    ['that is not known', { intent: 'steal', input: {} }],
    ['that every object has', { intent: 'toString', input: {} }],
    ['that every object has, hidden', { intent: '__proto__', input: {} }],
    ['with input of another shape', { intent: 'add', input: { n: '1' } }],
    ['without input', { intent: 'add' }],
    ['without a name', { input: { n: 1 } }],
    ['that is null', null],
    ['that is a text', 'add'],
  ])('%s is refused', async (_what, message) =>
    expect(await say(message)).toMatchObject({ ok: false, code: 'refused' }),
  );

  it.each([
    ['fail', 'RangeError'],
    ['throw', 'unknown'],
  ])(
    'whose handler ends with "%s" answers that it failed, and with nothing of the error’s text',
    async (name, detail) =>
      expect(await say({ intent: name, input: {} })).toEqual({ ok: false, code: 'failed', detail }),
  );
});

describe('asking', () => {
  it('sends the intent and gives the reply', async () => {
    const sendMessage = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: true, answer: 2 });
    expect(await ask<typeof table, 'add'>('add', { n: 1 })).toEqual({ ok: true, answer: 2 });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith(add);
  });

  it('a worker that cannot be reached fails', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist.'));
    expect(await ask<typeof table, 'add'>('add', { n: 1 })).toEqual({ ok: false, code: 'failed', detail: 'worker' });
  });

  // Chrome says that the port closed, and webextension-polyfill resolves with undefined.
  it('a worker that gives no reply fails', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined);
    expect(await ask<typeof table, 'add'>('add', { n: 1 })).toMatchObject({ ok: false, code: 'failed' });
  });
});
