import { describe, expect, it } from 'vitest';
import { aPeriskopeTarget, aZApiTarget, planOf } from './a-target.ts';

const id = '3EB0796DC6B777C0C7CD';
const other = '3AA45F9F285C5249CDFC';
const key = `true_5511999999999@c.us_${id}`;
const queueId = 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1';
const zApi = aZApiTarget();
const withChat = aZApiTarget({ defaultChat: '5511777777777@c.us' });
const periskope = aPeriskopeTarget();
const knownChats = { [id]: '5511666666666@c.us' };

const addresses = (...parameters: Parameters<typeof planOf>) =>
  planOf(...parameters).map((item) => (item.ok ? item.address.chat : item.question));

describe('where a message is', () => {
  it.each([
    ['as typed', zApi, id, { chat: '+55 11 99999-9999' }, '5511999999999'],
    ['as typed, before what the text says', zApi, key, { chat: '5511888888888' }, '5511888888888'],
    ['as typed, before the default', withChat, id, { chat: '5511888888888' }, '5511888888888'],
    ['as the key says', zApi, key, {}, '5511999999999'],
    ['as the text says', zApi, `${id} in 120363019502650977-group`, {}, '120363019502650977-group'],
    ['as the text says, before an earlier request', zApi, key, { knownChats }, '5511999999999'],
    ['as an earlier request says, before the default', withChat, id, { knownChats }, '5511666666666'],
    ['the default', withChat, id, {}, '5511777777777'],
    ['the text’s own, before the default', withChat, key, {}, '5511999999999'],
    ['in the key, at a provider that wants no chat', periskope, key, { chat: '5511888888888' }, '5511999999999@c.us'],
    ['for Periskope to know of a queue_id', periskope, queueId, {}, null],
  ])('is %s', (_how, target, text, said, chat) => expect(addresses(text, [target], said)).toEqual([chat]));

  it('is for each of several its own, and what was typed fills the gaps', () =>
    expect(addresses(`${key}\n${other}`, [withChat], { chat: '5511888888888' })).toEqual([
      '5511999999999',
      '5511888888888',
    ]));

  it('is not the default where the text names several chats', () =>
    expect(planOf(`${id}: 5511999999999@c.us, 5511888888888@c.us`, [withChat])).toEqual([]));
});

describe('what is asked', () => {
  it.each([
    ['the chat', zApi, id, {}, 'chat-missing'],
    ['the chat, where white space was typed', zApi, id, { chat: '  ' }, 'chat-missing'],
    ['the chat, where it was emptied over the default', withChat, id, { chat: '' }, 'chat-missing'],
    ['the chat, where it was emptied over the text’s own', zApi, key, { chat: '' }, 'chat-missing'],
    ['another chat', zApi, id, { chat: 'Support' }, 'chat-unread'],
    ['another chat, though there is a default', withChat, id, { chat: 'Support' }, 'chat-unread'],
    ['the chat to look a bare id up in', periskope, id, {}, 'chat-missing'],
    ['a chat that can be pinned in', zApi, id, { chat: '11111111111@newsletter' }, 'chat-not-pinnable'],
    ['another provider, for a queue_id', zApi, queueId, { chat: '5511999999999' }, 'queue-id-elsewhere'],
  ])('is %s', (_what, target, text, said, question) => expect(addresses(text, [target], said)).toEqual([question]));

  it('is the chat at the account that could do with one', () =>
    expect(planOf(queueId, [zApi, periskope])).toMatchObject([{ ok: true, account: { id: 'community' } }]));
});
