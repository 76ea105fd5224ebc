import { describe, expect, it } from 'vitest';
import { makePeriskopeTarget, makeZApiTarget, planOf, typedChat } from '../make-target.ts';

const id = '3EB0796DC6B777C0C7CD';
const other = '3AA45F9F285C5249CDFC';
const key = `true_5511999999999@c.us_${id}`;
const queueId = 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1';
const zApi = makeZApiTarget();
const withChat = makeZApiTarget({ defaultChat: '5511777777777@c.us' });
const periskope = makePeriskopeTarget();
const knownChats = { [id]: '5511666666666@c.us' };

const addresses = (...parameters: Parameters<typeof planOf>) =>
  planOf(...parameters).map((item) => (item.ok ? item.address.chat : item.question));

describe('where a message is', () => {
  it.each([
    ['as typed', zApi, id, { chat: typedChat('+55 11 99999-9999') }, '5511999999999'],
    [
      'as typed, where the user says so over the text',
      zApi,
      key,
      { chat: typedChat('+5511888888888', true) },
      '5511888888888',
    ],
    ['as the text says, where the same is typed', zApi, key, { chat: typedChat('5511999999999') }, '5511999999999'],
    ['as typed, before the default', withChat, id, { chat: typedChat('+5511888888888') }, '5511888888888'],
    ['as the key says', zApi, key, {}, '5511999999999'],
    ['as the text says', zApi, `${id} in 120363019502650977-group`, {}, '120363019502650977-group'],
    ['as the text says, before an earlier request', zApi, key, { knownChats }, '5511999999999'],
    ['as an earlier request says, before the default', withChat, id, { knownChats }, '5511666666666'],
    ['the default', withChat, id, {}, '5511777777777'],
    ['the text’s own, before the default', withChat, key, {}, '5511999999999'],
    [
      'in the key, at a provider that wants no chat',
      periskope,
      key,
      { chat: typedChat('+5511888888888') },
      '5511999999999@c.us',
    ],
    ['not needed, because Periskope knows that of a queue_id', periskope, queueId, {}, null],
  ])('the chat of a message is %s', (_how, target, text, input, chat) =>
    expect(addresses(text, [target], input)).toEqual([chat]),
  );

  it('each of several messages has its own chat, and the typed chat is used for the others', () =>
    expect(addresses(`${key}\n${other}`, [withChat], { chat: typedChat('+5511888888888') })).toEqual([
      '5511999999999',
      '5511888888888',
    ]));

  it('the default chat is not used if the text names several chats', () =>
    expect(planOf(`${id}: 5511999999999@c.us, 5511888888888@c.us`, [withChat])).toEqual([]));
});

describe('what is asked', () => {
  it.each([
    ['the chat', zApi, id, {}, 'chat-missing'],
    ['the chat, where white space was typed', zApi, id, { chat: typedChat('  ') }, 'chat-missing'],
    ['the chat, where it was emptied over the default', withChat, id, { chat: typedChat('') }, 'chat-missing'],
    ['the chat, where it was emptied over the text’s own', zApi, key, { chat: typedChat('') }, 'chat-missing'],
    [
      'one of two chats, if the text names one and another is typed',
      zApi,
      key,
      { chat: typedChat('+5511888888888') },
      'chat-conflict',
    ],
    ['another chat', zApi, id, { chat: typedChat('Support') }, 'chat-unread'],
    ['another chat, though there is a default', withChat, id, { chat: typedChat('Support') }, 'chat-unread'],
    ['the chat to look a bare id up in', periskope, id, {}, 'chat-missing'],
    ['a chat that can be pinned in', zApi, id, { chat: typedChat('11111111111@newsletter') }, 'chat-not-pinnable'],
    ['another provider, for a queue_id', zApi, queueId, { chat: typedChat('5511999999999') }, 'id-elsewhere'],
  ])('a question asks for %s', (_what, target, text, input, question) =>
    expect(addresses(text, [target], input)).toEqual([question]),
  );

  it('a row with an unreadable chat asks for its chat, whatever chat is typed or set as the default', () =>
    expect(
      addresses(`message_id;phone\n${id};Mariana\n${other};`, [withChat], { chat: typedChat('+5511888888888') }),
    ).toEqual(['chat-unread', '5511888888888']));

  it('a message that another account can pin without a chat asks no question', () =>
    expect(planOf(queueId, [zApi, periskope])).toMatchObject([{ ok: true, account: { id: 'community' } }]));
});

describe('a number without a country code', () => {
  const number = '+5511999999999';
  const cell = `message_id;phone\n${id};11 99999-9999`;

  it.each([
    ['that is typed', id, { chat: typedChat('11 99999-9999') }],
    ['that is typed in brackets', id, { chat: typedChat(' (11) 99999-9999 ') }],
    ['that is typed with its country code, which nobody has read yet', id, { chat: typedChat('5511999999999') }],
    ['that stands in a table', cell, {}],
    ['that stands in a table in brackets', cell.replace('11 9', '(11) 9'), {}],
    ['that stands in a table below a default', cell, {}],
  ])('a number without a country code %s asks for its country', (_which, text, input) => {
    expect(addresses(text, [withChat], input)).toEqual(['chat-country']);
  });

  it.each([
    ['that is typed', id, { chat: typedChat('11 99999-9999') }],
    ['that stands in a table', cell, {}],
  ])('a number without a country code %s is used as it was read', (_which, text, input) => {
    expect(addresses(text, [zApi], { ...input, numbers: { '11 99999-9999': number } })).toEqual(['5511999999999']);
  });

  it.each([
    ['with a plus', '+55 11 99999-9999', '5511999999999'],
    ['with 00', '0055 11 99999-9999', '5511999999999'],
    ['as a JID', '5511999999999@c.us', '5511999999999'],
    ['of a group', '120363019502650977-group', '120363019502650977-group'],
    ['of a hidden number', '81896604192873@lid', '81896604192873@lid'],
  ])('a number %s asks for no country', (_how, written, chat) => {
    expect(addresses(id, [zApi], { chat: typedChat(written) })).toEqual([chat]);
    expect(addresses(`message_id;phone\n${id};${written}`, [zApi])).toEqual([chat]);
  });

  it('a number under the key of a payload is used as it is', () =>
    expect(addresses(JSON.stringify({ messageId: id, phone: '5521988887777' }), [zApi])).toEqual(['5521988887777']));

  it('the number of an author without a country code asks for its country', () =>
    expect(
      planOf(id, [periskope], {
        chat: typedChat('120363297269676566@g.us'),
        sender: { fromMe: false, author: '11 99999-9999' },
      }),
    ).toMatchObject([{ ok: false, question: 'author-country' }]));
});
