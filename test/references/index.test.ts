import { describe, expect, it } from 'vitest';
import { findReferences, readText } from '../../src/references/index.ts';

const id = '3EB0796DC6B777C0C7CD';
const other = '3AA45F9F285C5249CDFC';
const possible = '77DF5293EBC176FFA6A88838E7A6AD83';
const key = `true_5511999999999@c.us_${id}`;
const queueId = 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1';

const found = (text: string) => findReferences(text).map(({ serialized, messageId }) => serialized ?? messageId);
const intended = (text: string) =>
  readText(text).references.map(({ serialized, messageId }) => serialized ?? messageId);

describe('what a text names', () => {
  it.each([
    ['messages in the order of reading', `${other} and ${key}`, [other, key]],
    ['a key and its id as one', `${id} ${key}`, [key]],
    ['an id once', `${id} ${other} ${id}`, [id, other]],
    ['certain ids before possible ones', `${possible} ${id}`, [id]],
    ['possible ones where there is nothing else', `md5 ${possible}`, [possible]],
    ['no possible one beside a key', `${possible} ${key}`, [key]],
    ['a queue_id that is all there is', ` "${queueId}" `, [queueId]],
    ['no UUID within more', `see ${queueId}`, []],
  ])('a text is read as %s', (_what, text, names) => expect(found(text)).toEqual(names));

  it.each([
    ['the only one in the text', `${id} in 5511999999999@c.us`, '5511999999999@c.us'],
    ['none of two', `${id} in 5511999999999@c.us or 5511888888888@c.us`, null],
    ['none where there is none', id, null],
  ])('a bare id takes %s as its chat', (_which, text, chat) => expect(findReferences(text)[0]?.chat).toBe(chat));

  it.each([
    ['(11) 98765-4321', true],
    ['11 98765-4321', true],
    ['011987654321', true],
    ['+55 (11) 98765-4321', false],
    ['5511987654321', false],
    ['5511987654321@c.us', false],
  ])(
    'the phone %j in a payload is kept, and counts as written by hand if it has marks and no country code: %j',
    (phone, isChatWrittenByHand) =>
      expect(findReferences(JSON.stringify({ messageId: id, phone }))[0]).toMatchObject({
        chat: phone,
        isChatWrittenByHand,
      }),
  );

  it('a number in a payload that is too short for a phone is not the chat', () =>
    expect(findReferences(JSON.stringify({ messageId: id, number: 1234567 }))[0]).toMatchObject({ chat: null }));

  it('the chat of a whole key is not given to another id', () =>
    expect(findReferences(`${key} ${other}`).map(({ chat }) => chat)).toEqual(['5511999999999@c.us', null]));

  it('a UUID that is the whole text has the form uuid, and is not certain', () =>
    expect(findReferences(queueId)).toMatchObject([{ form: 'uuid', certain: false, chat: null }]));
});

describe('what the user meant', () => {
  it.each([
    ['a certain id within more', `please pin ${id} today`, [id]],
    ['several', `${id}\n${other}`, [id, other]],
    ['a possible id that is all there is', possible, [possible]],
    ['a possible id in quotes', `"${possible}",`, [possible]],
    ['a possible id within more: ask', `md5: ${possible}`, []],
    ['two possible ids: ask', `${possible} ${possible.replace('7', '8')}`, []],
    ['a queue_id', queueId, [queueId]],
    ['a lower-cased id', id.toLowerCase(), [id.toLowerCase()]],
    ['nothing', '', []],
  ])('a gesture acts on what the user meant: %s', (_what, text, names) => expect(intended(text)).toEqual(names));
});
