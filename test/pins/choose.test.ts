import { describe, expect, it } from 'vitest';
import { choose } from '../../src/pins/choose.ts';
import { aPeriskopeAccount, aZApiAccount } from '../accounts/an-account.ts';

const id = '3EB0796DC6B777C0C7CD';
const other = '3AA45F9F285C5249CDFC';
const key = `true_5511999999999@c.us_${id}`;
const zApi = aZApiAccount();
const sales = aZApiAccount({ id: 'sales', name: 'Sales' });
const home = aZApiAccount({ id: 'home', defaultChat: '5511777777777@c.us' });
const periskope = aPeriskopeAccount();

describe('a gesture acts', () => {
  it.each([
    ['with the only account', key, [zApi], null, zApi],
    ['with the only account that can', id, [zApi, home, periskope], null, home],
    ['with the only account that can, though another is the default', id, [zApi, home], 'support', home],
    ['with the default of several that can', key, [zApi, sales], 'sales', sales],
    ['with the default of several providers', key, [zApi, periskope], 'community', periskope],
  ])('%s', (_what, text, accounts, defaultId, account) =>
    expect(choose(text, accounts, defaultId)).toMatchObject({ kind: 'act', account }),
  );

  it('on the address at that account', () =>
    expect(choose(key, [zApi, periskope], 'community')).toMatchObject({
      address: { messageId: key, chat: '5511999999999@c.us' },
    }));
});

describe('a gesture asks', () => {
  it.each([
    ['for an account, where several can', key, [zApi, sales], null, 'account-missing', null],
    ['for an account, where the default cannot', key, [zApi, sales], 'gone', 'account-missing', null],
    ['to review, where there are several messages', `${key} ${key.replace(id, other)}`, [zApi], null, 'review', zApi],
    ['for the chat', id, [zApi], null, 'chat-missing', zApi],
    ['for the chat, at the account that could do with one', id, [periskope, zApi], null, 'chat-missing', zApi],
    ['for the key, at the default', id, [zApi, periskope], 'community', 'key-missing', periskope],
    ['for the key', id, [periskope], null, 'key-missing', periskope],
    ['for a message', 'pin this', [zApi, periskope], null, 'message-unread', zApi],
    ['for a message, at the default', 'pin this', [zApi, periskope], 'community', 'message-unread', periskope],
    ['for a message, of nothing', ' ', [zApi], null, 'message-missing', zApi],
    ['about a channel', `true_111111@newsletter_${id}`, [zApi], null, 'chat-not-pinnable', zApi],
  ])('%s', (_what, text, accounts, defaultId, question, account) =>
    expect(choose(text, accounts, defaultId)).toEqual({ kind: 'ask', question, account }),
  );
});

describe('without an account', () => {
  it.each([key, 'prose', ''])('it begins with one: "%s"', (text) =>
    expect(choose(text, [], null)).toEqual({ kind: 'setup' }),
  );
});
