import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import { intents } from '../../src/background/handlers/index.ts';
import { requestQueries } from '../../src/background/services.ts';
import { emptyForm } from '../../src/pins/plan/empty-form.ts';
import type { PopupForm } from '../../src/pins/plan/popup-form.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../accounts/make-account.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
const locks = createLocks();
vi.stubGlobal('navigator', { onLine: false, locks });

const { local, session } = browser.storage;
afterEach(async () => {
  await locks.idle();
  local.kept.clear();
  session.kept.clear();
});

const have = (accounts: Account[], defaultId: string | null = null) =>
  local.kept.set('accounts', { accounts, defaultId });

const id = '3EB0796DC6B777C0C7CD';
const key = `true_5511999999999@c.us_${id}`;
const home = makeZApiAccount({ id: 'home', defaultChat: '5511777777777@c.us' });
const sales = makeZApiAccount({ id: 'sales', name: 'Sales', defaultChat: '5511888888888@c.us' });
const unseen = { mark: null, accountId: null, chat: '' };
const seen = { accountId: 'home', chat: '5511777777777@c.us' };

/** Returns the answer of the worker to a press, and the number of requests that it makes. */
async function press(
  form: Partial<PopupForm> & { days?: 7 },
  shown: { mark: string | null; accountId: string | null; chat: string },
) {
  const before = (await requestQueries.latest(100)).length;
  const answer = await intents.pin.handle({ form: { ...emptyForm, days: 7, ...form }, shown });
  const made = (await requestQueries.latest(100)).length - before;
  return [answer.kind === 'asked' ? answer.question : answer.kind, made];
}

const markOf = async (form: Partial<PopupForm>) => (await intents.plan.handle({ ...emptyForm, ...form })).mark;

describe('a press', () => {
  it('a press with a chat that was typed for another text is refused, whatever the page shows', async () => {
    have([makeZApiAccount()]);
    const chat = { written: '+5511999999999', message: 'another', typed: 'after', isOverText: false } as const;
    expect(await press({ message: id, chat }, unseen)).toEqual(['chat-of-another', 0]);
  });

  it('a press on the plan that is on the screen sends it', async () => {
    have([home, makePeriskopeAccount()]);
    expect(await press({ message: id }, { mark: await markOf({ message: id }), ...seen })).toEqual(['enqueued', 1]);
  });

  it('a press sends nothing if the default account has changed since the plan was shown', async () => {
    have([home, sales], 'home');
    const mark = await markOf({ message: id });
    have([home, sales], 'sales');
    expect(await press({ message: id }, { mark, ...seen })).toEqual(['review', 0]);
  });

  it.each([
    ['a list that nobody has seen', { message: `${key} ${key.replace('5511', '5521')}` }, [home], unseen],
    [
      'a message in another account than the one shown',
      { message: key },
      [home, sales],
      { ...unseen, accountId: 'sales' },
    ],
    ['a message in another chat than the one shown', { message: id }, [home], { ...unseen, chat: '+5511666666666' }],
  ])('a press that is faster than the plan does not send %s', async (_what, form, accounts, shown) => {
    have(accounts);
    expect(await press(form, shown)).toEqual(['review', 0]);
  });

  it('a press that is faster than the plan sends nothing beside an account that cannot be read, unless its own was shown', async () => {
    have([home, { ...sales, providerId: 'newer' as never }]);
    expect(await press({ message: key }, unseen)).toEqual(['review', 0]);
    expect(await press({ message: key }, { ...unseen, accountId: 'home' })).toEqual(['enqueued', 1]);
  });

  it.each([
    ['the default chat', id, null],
    ['the chat of an earlier request', id.replace('CD', 'C1'), '5511666666666@c.us'],
  ])(
    'a press that is faster than the plan does not fill in %s, which nobody has seen',
    async (_what, message, earlier) => {
      have([home]);
      const latest = vi.spyOn(requestQueries, 'latest').mockResolvedValue(
        earlier === null
          ? []
          : [
              makeRequest({
                ...{ state: 'settled', settledAt: 1, outcome: { kind: 'accepted', receipt: null } },
                address: { messageId: message, chat: earlier },
              }),
            ],
      );
      const form = { ...emptyForm, days: 7, message } as const;
      const answer = await intents.pin.handle({ form, shown: unseen });
      latest.mockRestore();
      expect(answer).toEqual({ kind: 'asked', question: 'review' });
    },
  );

  it('a press that is faster than the plan sends a single message whose text says everything', async () => {
    have([home]);
    expect(await press({ message: key.replace('CD', 'CE') }, unseen)).toEqual(['enqueued', 1]);
  });
});
