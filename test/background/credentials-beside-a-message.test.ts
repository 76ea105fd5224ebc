import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intents } from '../../src/background/handlers/index.ts';
import { requestQueries } from '../../src/background/services.ts';
import { gesture } from '../../src/background/triggers/gesture.ts';
import { omniboxLine } from '../../src/background/triggers/omnibox.ts';
import { emptyDraft, emptyForm } from '../../src/pins/plan/empty-form.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../accounts/make-account.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { zApiFixture } from '../providers/z-api-fixture.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const { instanceId, instanceToken, clientToken } = zApiFixture.credentials;
const curl = (data: string) =>
  `curl -X POST 'https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/pin-message' -H 'Client-Token: ${clientToken}' -d '${data}'`;
let ids = 0;
let id = '';
const { session, local } = browser.storage;
const locks = createLocks();
const pin = { action: 'pin', days: null, review: false } as const;
/** What the popup showed before there was a plan. */
const shown = { mark: null, accountId: 'support', chat: '' };

// The tests are offline, so that no provider is called.
vi.stubGlobal('navigator', { onLine: false, locks });

beforeEach(() => {
  // Each message has a new id, because two equal wishes would become one request.
  ids += 1;
  id = `3EB0${String(ids).padStart(16, '0')}`;
  local.kept.set('accounts', { accounts: [makePeriskopeAccount(), makeZApiAccount()], defaultId: null });
});

afterEach(async () => {
  await locks.idle();
  session.kept.clear();
  browser.opened.length = 0;
});

const whole = () => `{"phone":"5511999999999","messageId":"${id}"}`;
/** The text that remains of the command: the message, its chat and its account. */
const spelled = () => `{"messageId":"${id}","chat":"5511999999999","instanceId":"${instanceId}"}`;
const asSent = { accountId: 'support', action: 'pin' };
const latest = async () => (await requestQueries.latest(1))[0];
const draft = () => session.kept.get('draft');

describe('a command that names a message and holds credentials', () => {
  it('a gesture pins the message of a command with credentials in the account of the command', async () => {
    await gesture(curl(whole()), pin);
    expect(await latest()).toMatchObject({ ...asSent, address: { messageId: id, chat: '5511999999999' } });
    expect([draft(), browser.opened]).toEqual([undefined, []]);
  });

  it('the address bar names the message of a command with credentials', async () =>
    expect(await omniboxLine(curl(whole()))).toBe(`Pin ${id} in +5511999999999 for 7 days through Support`));

  it('a review of a command with credentials shows only the message', async () => {
    await gesture(curl(whole()), { ...pin, review: true });
    expect(draft()).toMatchObject({ message: spelled(), question: 'review' });
    expect(await intents.plan.handle({ ...emptyForm, message: spelled() })).toMatchObject({
      accountId: 'support',
      accountReason: 'named',
      chat: '5511999999999',
      items: [{ messageId: id, question: null }],
    });
  });

  it('a question about a command with credentials shows only the message', async () => {
    await gesture(curl(`{"messageId":"${id}"}`), pin);
    expect(draft()).toMatchObject({
      message: `{"messageId":"${id}","instanceId":"${instanceId}"}`,
      question: 'chat-missing',
    });
  });

  it('a command with credentials and several messages is shown as a list of these messages', async () => {
    const other = id.replace('3EB0', '3EB1');
    await gesture(curl(`[${whole()},${whole().replace(id, other)}]`), pin);
    expect(draft()).toMatchObject({ message: `${spelled()}\n${spelled().replace(id, other)}`, question: 'review' });
  });

  it('only the message of a command with credentials waits for a first account', async () => {
    local.kept.clear();
    await gesture(curl(whole()), pin);
    expect(draft()).toMatchObject({ message: spelled() });
    expect(browser.opened).toEqual(['src/options/index.html#waiting']);
  });

  it('the popup pins the message of a command with credentials, and keeps only the message until then', async () => {
    const typed = { ...emptyForm, message: curl(whole()) };
    await intents['keep draft'].handle({ ...emptyDraft, message: typed.message });
    expect(draft()).toMatchObject({ message: spelled() });
    expect(await intents.plan.handle(typed)).toMatchObject({ accountId: 'support', items: [{ question: null }] });
    expect(await intents.pin.handle({ form: { ...typed, days: 7 }, shown })).toMatchObject({
      kind: 'enqueued',
    });
    expect(await latest()).toMatchObject({ ...asSent, address: { messageId: id, chat: '5511999999999' } });
    expect(draft()).toBeNull();
  });

  it('only the message of a copied command with credentials is put into the popup', async () =>
    expect(await intents['read copied'].handle({ text: curl(whole()) })).toEqual({ text: spelled(), question: null }));
});

describe('a command of an account that is not saved, for a message', () => {
  const ofAnother = () => curl(whole()).replaceAll(instanceId ?? '', '3C0199A2B3C4D5E6F7');

  beforeEach(() => void local.kept.set('accounts', { accounts: [makeZApiAccount()], defaultId: null }));

  it('the message of a command of an unsaved account is not pinned in another account without a review', async () => {
    const before = await latest();
    await gesture(ofAnother(), pin);
    expect((await latest())?.id).toBe(before?.id);
    expect(draft()).toMatchObject({ question: 'review', accountId: 'support' });
  });

  it('the address bar asks for a review of a command of an unsaved account', async () =>
    expect(await omniboxLine(ofAnother())).toBe(`${id}: Check the details, then pin or unpin.`));

  it('a copied command of an unsaved account is put into the popup for a review', async () =>
    expect(await intents['read copied'].handle({ text: ofAnother() })).toMatchObject({ question: 'review' }));
});

const chatOf = (written: string) => ({ written, message: '', typed: 'after', isOverText: true }) as const;

describe('credentials and no message', () => {
  it.each([
    ['a token', () => instanceToken],
    ['a token in small letters', () => instanceToken?.toLowerCase()],
    ['a token as the id of a message', () => `{"phone":"5511999999999","messageId":"${instanceToken?.toLowerCase()}"}`],
    ['a command', () => curl('{}')],
    ['the instance id', () => instanceId],
  ])(
    'credentials without a message are refused wherever they are entered and are not kept: %s',
    async (_what, textOf) => {
      const message = textOf() ?? '';
      const before = await latest();
      await gesture(message, pin);
      expect(draft()).toMatchObject({ message: '', question: 'credential' });
      const typed = { ...emptyForm, message };
      expect(await intents.pin.handle({ form: { ...typed, days: 7 }, shown })).toEqual({
        kind: 'asked',
        question: 'credential',
      });
      expect(await intents['read copied'].handle({ text: message })).toEqual({ text: '', question: 'credential' });
      expect(await omniboxLine(message)).toBe(
        'These are credentials, not a message. Pushpin never sends credentials as a message.',
      );
      expect((await latest())?.id).toBe(before?.id);
    },
  );

  it.each([
    ['chat', { accountId: 'support', chat: chatOf('5511999999999012345') }, 'chat-unread'],
    ['author', { accountId: 'community', sender: { fromMe: false, author: '5511999999999012345' } }, 'author-unread'],
  ])('credentials that are typed as the %s are asked for again and not kept', async (_field, parts, question) => {
    // A token of digits alone has the form of a chat.
    const credentials = { ...zApiFixture.credentials, clientToken: '5511999999999012345' };
    const accounts = [makePeriskopeAccount(), makeZApiAccount({ credentials })];
    local.kept.set('accounts', { accounts, defaultId: null });
    const message = `{"messageId":"${id}","chat":"120363019502650977@g.us"}`;
    const typed = { ...emptyForm, ...parts, message, ...('chat' in parts ? { chat: { ...parts.chat, message } } : {}) };
    expect(await intents.pin.handle({ form: { ...typed, days: 7 }, shown })).toEqual({
      kind: 'asked',
      question,
    });
    await intents['keep draft'].handle({ ...emptyDraft, ...typed });
    expect(draft()).toMatchObject({ message: typed.message });
    expect(JSON.stringify(draft())).not.toContain('5511999999999012345');
  });
});
