import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/pins/queue/message-key.ts';
import { makeWish } from '../make-request.ts';

const of = (messageId: string, chat: string | null, accountId = 'a') =>
  identify(makeWish({ accountId, address: { messageId, chat } }));

describe('the lane of a request', () => {
  const lane = (...address: Parameters<typeof of>) => of(...address).lane;
  it.each([
    ['one chat is one', lane('1', 'C'), lane('2', 'C'), true],
    ['another chat is another', lane('1', 'C'), lane('1', 'D'), false],
    ['another account is another', lane('1', 'C'), lane('1', 'C', 'b'), false],
    ['without a chat the message is one', lane('1', null), lane('1', null), true],
    ['without a chat another message is another', lane('1', null), lane('2', null), false],
  ])('%s', (_what, one, other, same) => expect(one === other).toBe(same));

  // Both are the same chat to WhatsApp, and Periskope is given keys verbatim.
  it.each([
    ['a person', '5511999999999@s.whatsapp.net', '5511999999999@c.us'],
    ['a person, as Z-API writes it', '5511999999999', '5511999999999@c.us'],
    ['a group', '120363019502650977-group', '120363019502650977@g.us'],
    ['a Brazilian mobile with its ninth digit', '5511987654321', '551187654321'],
  ])('the lane is the same for both spellings of %s', (_what, one, other) =>
    expect(lane('1', one)).toBe(lane('2', other)),
  );

  it.each([
    ['a Brazilian landline', '551133334444', '5511933334444'],
    ['a number of another country', '4911987654321', '491187654321'],
  ])('the lane knows no ninth digit of %s', (_what, one, other) => expect(lane('1', one)).not.toBe(lane('1', other)));

  it('the lane takes the chat from a whole key that stands alone', () =>
    expect(lane('true_5511999999999@c.us_3EB0796DC6B777C0C7CD', null)).toBe(lane('2', '5511999999999')));
});

describe('the key of a message', () => {
  const key = (...address: Parameters<typeof of>) => of(...address).messageKey;
  const id = '3EB0796DC6B777C0C7CD';

  it.each([
    ['of another message', key('2', 'C'), false],
    ['in another chat', key('1', 'D'), false],
    ['in another account', key('1', 'C', 'b'), false],
    ['again', key('1', 'C'), true],
  ])('%s', (_what, other, same) => expect(key('1', 'C') === other).toBe(same));

  it('the key of a message is the same for its key and its id, and for every spelling of its chat', () => {
    const whole = key(`false_120363019502650977@g.us_${id}_5511999999999@c.us`, '120363019502650977@g.us');
    expect(key(id, '120363019502650977-group')).toBe(whole);
  });

  it.each([
    ['for a number and a hidden number', id, '5511999999999', '81896604192873@lid'],
    ['with and without the ninth digit', id, '5511987654321', '551187654321'],
    ['for an Android id', 'AC7B1E9D3F5A2C8046D1B7E39A5F2C08', '5511999999999', '81896604192873@lid'],
  ])('the key of a message with a unique id is the same %s', (_what, messageId, one, other) =>
    expect(key(messageId, one)).toBe(key(messageId, other)),
  );

  it('the key of a message with a short id is the same with and without the ninth digit', () =>
    expect(key('42', '5511987654321')).toBe(key('42', '551187654321')));
});
