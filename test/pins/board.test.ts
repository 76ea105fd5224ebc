import { describe, expect, it } from 'vitest';
import { laneOf, placeOf } from '../../src/pins/board.ts';
import { aWish } from './a-request.ts';

const lane = (accountId: string, messageId: string, chat: string | null) =>
  laneOf(aWish({ accountId, address: { messageId, chat } }));

describe('the lane of a request', () => {
  it.each([
    ['one chat is one', lane('a', '1', 'C'), lane('a', '2', 'C'), true],
    ['another chat is another', lane('a', '1', 'C'), lane('a', '1', 'D'), false],
    ['another account is another', lane('a', '1', 'C'), lane('b', '1', 'C'), false],
    ['without a chat the message is one', lane('a', '1', null), lane('a', '1', null), true],
    ['without a chat another message is another', lane('a', '1', null), lane('a', '2', null), false],
  ])('%s', (_what, one, other, same) => expect(one === other).toBe(same));

  // Both are the same chat to WhatsApp, and Periskope is given keys verbatim.
  it('is one for both spellings of a person', () =>
    expect(lane('a', '1', '5511999999999@s.whatsapp.net')).toBe(lane('a', '2', '5511999999999@c.us')));
});

describe('the place of a message on the board', () => {
  const place = (messageId: string, chat: string | null, accountId = 'a') =>
    placeOf(aWish({ accountId, address: { messageId, chat } }));
  const id = '3EB0796DC6B777C0C7CD';

  it.each([
    ['of another message', place('2', 'C'), false],
    ['in another chat', place('1', 'D'), false],
    ['in another account', place('1', 'C', 'b'), false],
    ['again', place('1', 'C'), true],
  ])('%s', (_what, other, same) => expect(place('1', 'C') === other).toBe(same));

  it('is one for its key and its id, and for every spelling of its chat', () => {
    const key = place(`false_120363019502650977@g.us_${id}_5511999999999@c.us`, '120363019502650977@g.us');
    expect(place(id, '120363019502650977-group')).toBe(key);
  });
});
