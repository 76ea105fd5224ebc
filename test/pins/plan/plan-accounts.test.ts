import { describe, expect, it } from 'vitest';
import { makePeriskopeTarget, makeZApiTarget, planOf } from '../make-target.ts';

const id = '3EB0796DC6B777C0C7CD';
const key = `true_5511999999999@c.us_${id}`;
const zApi = makeZApiTarget({ number: '5511999990000' });
const sales = makeZApiTarget({
  id: 'sales',
  name: 'Sales',
  number: '5511999991111',
  credentials: { instanceId: '3C01A2B3C4D5E6F708192A3B4C5D6E70', instanceToken: 'x', clientToken: 'y' },
});
const home = makeZApiTarget({ id: 'home', defaultChat: '5511777777777@c.us' });
const periskope = makePeriskopeTarget();
const webhook = (more: object) => JSON.stringify({ messageId: id, phone: '5511999999999', ...more });

describe('the account of a message', () => {
  it.each([
    ['the one that is shown', key, [zApi, sales], { shownId: 'support' }, zApi, 'shown'],
    ['the only one', key, [zApi], {}, zApi, 'only'],
    ['the only one that can', 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1', [zApi, home, periskope], {}, periskope, 'only'],
    ['the default, in its default chat', id, [zApi, home], { defaultId: 'home' }, home, 'only'],
    [
      'the default, though others cannot be read',
      key,
      [zApi],
      { defaultId: 'support', hasUnreadableAccounts: true },
      zApi,
      'only',
    ],
    [
      'the one that is shown, though others cannot be read',
      key,
      [zApi],
      { shownId: 'support', hasUnreadableAccounts: true },
      zApi,
      'shown',
    ],
    ['the default of several that can', key, [zApi, sales], { defaultId: 'sales' }, sales, 'default'],
    ['the default of several providers', key, [zApi, periskope], { defaultId: 'community' }, periskope, 'default'],
    [
      'the chosen one, before the default',
      key,
      [zApi, sales],
      { accountId: 'sales', defaultId: 'support' },
      sales,
      'chosen',
    ],
    [
      'the one whose instance the text names',
      webhook({ instanceId: '3C01A2B3C4D5E6F708192A3B4C5D6E70' }),
      [zApi, sales],
      { defaultId: 'support' },
      sales,
      'named',
    ],
    [
      'the one whose number the text names',
      webhook({ connectedPhone: '5511999991111' }),
      [zApi, sales],
      {},
      sales,
      'named',
    ],
    [
      'the one whose number stands in a header',
      `curl -H 'x-phone: 5511999991111' /v1/message/${key}/pin`,
      [zApi, sales],
      {},
      sales,
      'named',
    ],
    [
      'the chosen one, before the named one',
      webhook({ connectedPhone: '5511999991111' }),
      [zApi, sales],
      { accountId: 'support' },
      zApi,
      'chosen',
    ],
  ])('the account of a message is %s', (_which, text, targets, input, account, accountReason) =>
    expect(planOf(text, targets, input)).toMatchObject([{ ok: true, account, accountReason }]),
  );

  it.each([
    ['several can and none is the default', key, [zApi, sales], {}],
    ['one has a default chat, but the message may be another’s', id, [zApi, home, periskope], {}],
    ['the default is gone', key, [zApi, sales], { defaultId: 'gone' }],
    ['the chosen one is gone', key, [zApi], { accountId: 'gone' }],
    [
      'an account that cannot be read may be meant, not the only other one',
      key,
      [zApi],
      { hasUnreadableAccounts: true },
    ],
    [
      'the default cannot be read',
      key,
      [zApi],
      { hasUnreadableAccounts: true, defaultId: 'unreadable', shownId: 'unreadable' },
    ],
  ])('the account of a message is asked for if %s', (_when, text, targets, input) =>
    expect(planOf(text, targets, input)).toMatchObject([{ ok: false, account: null, question: 'account-missing' }]),
  );

  it('the chat is asked for in the default account, even if another account has a default chat', () =>
    expect(planOf(id, [zApi, home], { defaultId: 'support' })).toMatchObject([
      { ok: false, account: zApi, question: 'chat-missing' },
    ]));

  it('the account that is shown is used although another account has a default chat', () =>
    expect(planOf(id, [zApi, home], { shownId: 'support' })).toMatchObject([
      { ok: false, account: zApi, question: 'chat-missing' },
    ]));

  it('messages of one text may have different accounts', () => {
    const lines = [
      webhook({ connectedPhone: zApi.names.at(-1) }),
      webhook({ messageId: '3AA45F9F285C5249CDFC', connectedPhone: '5511999991111' }),
    ];
    expect(planOf(lines.join('\n'), [zApi, sales]).map(({ account }) => account?.id)).toEqual(['support', 'sales']);
  });
});
