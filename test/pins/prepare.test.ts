import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/pins/prepare.ts';
import { aPeriskopeAccount, aZApiAccount } from '../accounts/an-account.ts';

const id = '3EB0796DC6B777C0C7CD';
const other = '3AA45F9F285C5249CDFC';
const key = `true_5511999999999@c.us_${id}`;
const queueId = 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1';
const zApi = aZApiAccount();
const withChat = aZApiAccount({ defaultChat: '5511777777777@c.us' });
const periskope = aPeriskopeAccount();

describe('what is asked', () => {
  it.each([
    ['for a message', zApi, '', '', 'message-missing'],
    ['for a message, of white space', zApi, ' \n', '5511999999999', 'message-missing'],
    ['for another message, of prose', zApi, 'pin this', '5511999999999', 'message-unread'],
    [
      'for another message, of a doubtful id in a text',
      zApi,
      'md5 77DF5293EBC176FFA6A88838E7A6AD83',
      '',
      'message-unread',
    ],
    ['for the chat', zApi, id, '', 'chat-missing'],
    ['for the chat, of white space', zApi, id, '  ', 'chat-missing'],
    ['for another chat', zApi, id, 'Support', 'chat-unread'],
    ['for another chat, though there is a default', withChat, id, 'Support', 'chat-unread'],
    ['for a chat that can be pinned in', zApi, id, '11111111111@newsletter', 'chat-not-pinnable'],
    ['for a chat of one of several', zApi, `${key}\n${other}`, '', 'chat-missing'],
    [
      'for the chat where the text names two',
      zApi,
      `${id}: 5511999999999@c.us, 5511888888888@c.us`,
      '',
      'chat-missing',
    ],
    // MESSAGE-IDS.md, corpus "bare-two-jids": the chat is not certain, leave it empty and ask.
    [
      'for the chat where the text names two, though there is a default',
      withChat,
      `${id}: 5511999999999@c.us, 5511888888888@c.us`,
      '',
      'chat-missing',
    ],
    ['for the key', periskope, id, '', 'key-missing'],
    ['for the key, though a chat was typed', periskope, id, '919487126251', 'key-missing'],
    ['for a message id, at a provider without queue_ids', zApi, queueId, '5511999999999', 'queue-id-elsewhere'],
  ])('%s', (_what, account, message, chat, question) =>
    expect(prepare(account, message, chat)).toEqual({ ok: false, question }),
  );
});

describe('where a message is', () => {
  it.each([
    ['as typed', zApi, id, '+55 11 99999-9999', '5511999999999'],
    ['as typed, before what the text says', zApi, key, '5511888888888', '5511888888888'],
    ['as typed, before the default', withChat, id, '5511888888888', '5511888888888'],
    ['as the key says', zApi, key, '', '5511999999999'],
    ['as the text says', zApi, `${id} in 120363019502650977-group`, '', '120363019502650977-group'],
    ['as the text says, before the default', withChat, key, '', '5511999999999'],
    ['the default', withChat, id, '', '5511777777777'],
  ])('is %s', (_how, account, message, typed, chat) =>
    expect(prepare(account, message, typed)).toEqual({ ok: true, addresses: [{ messageId: id, chat }] }),
  );

  it('is for each of several its own, and what was typed fills the gaps', () =>
    expect(prepare(withChat, `${key}\n${other}`, '5511888888888')).toEqual({
      ok: true,
      addresses: [
        { messageId: id, chat: '5511999999999' },
        { messageId: other, chat: '5511888888888' },
      ],
    }));

  it('is in the key, at a provider that takes no chat', () =>
    expect(prepare(periskope, key, '5511888888888')).toEqual({
      ok: true,
      addresses: [{ messageId: key, chat: '5511999999999@c.us' }],
    }));

  it('is for Periskope to know of a queue_id', () =>
    expect(prepare(periskope, queueId, '')).toEqual({ ok: true, addresses: [{ messageId: queueId, chat: null }] }));
});
