import { describe, expect, it } from 'vitest';
import { providerOf } from '../../src/providers/index.ts';
import { findReferences } from '../../src/references/index.ts';

const id = '3EB0796DC6B777C0C7CD';
const key = `true_919487126251@c.us_${id}`;
const queueId = 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1';
const hidden = '81896604192873@lid';
const aliases = (value: unknown) => findReferences(JSON.stringify(value)).map((reference) => reference.aliases ?? []);

describe('another name beside the usual one is read', () => {
  it.each([
    ['phone, chatLid', { messageId: id, phone: '5511999999999', chatLid: hidden }],
    ['the hidden number in phone', { messageId: id, phone: hidden, chatLid: '5511999999999@c.us' }],
    ['remoteJid', { key: { id, remoteJid: hidden, remoteJidAlt: '5511999999999@s.whatsapp.net', fromMe: false } }],
    ['a list around it', [{ messageId: id, phone: '5511999999999', chatLid: hidden }]],
  ])('a hidden number beside the number of the same chat is read as an alias: %s', (_where, value) =>
    expect(aliases(value)).toEqual([[{ name: hidden, messageId: null, chat: '5511999999999@c.us' }]]),
  );

  it.each([
    ['beside a whole key', { message_id: key, queue_id: queueId, chat_id: '919487126251@c.us' }],
    ['beside a bare id', { unique_id: id, queue_id: queueId, chat_id: '919487126251@c.us' }],
  ])('a queue_id %s is read as an alias', (_where, value) =>
    expect(aliases(value)).toEqual([[{ name: queueId, messageId: id, chat: '919487126251@c.us' }]]),
  );
});

describe('none is read', () => {
  it.each([
    ['of a queue_id that stands alone', { queue_id: queueId }],
    ['of a group', { messageId: id, phone: '120363019502650977-group', chatLid: hidden }],
    ['of two people', { messageId: id, phone: '5511999999999', participantPhone: '5511888888888' }],
    ['of an empty value', { messageId: id, phone: '5511999999999', chatLid: null }],
    ['of several messages', { messageIds: [id, 'AC7B1E9D3F5A2C8046D1B7E39A5F2C08'], queue_id: queueId }],
  ])('no alias is read %s', (_what, value) => expect(aliases(value).flat()).toEqual([]));
});

it.each(['z-api', 'periskope'] as const)('the address at %s keeps the aliases of a reference', (providerId) => {
  const [reference] = findReferences(JSON.stringify({ messageId: id, phone: '5511999999999', chatLid: hidden }));
  const address = reference && providerOf(providerId).address(reference);
  expect(address).toMatchObject({ messageId: id, aliases: [{ name: hidden }] });
});
