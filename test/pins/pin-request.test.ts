import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { laneOf, opposite, pinRequestSchema } from '../../src/pins/pin-request.ts';
import { failure } from '../../src/providers/index.ts';
import { aRequest, aWish } from './a-request.ts';

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

describe('taking back', () => {
  it('is the same message, chat and account', () => {
    const { action, ...rest } = opposite(aWish());
    expect([action, { ...rest, action: 'pin' }]).toEqual(['unpin', aWish()]);
  });

  it('twice is the wish again', () => expect(opposite(opposite(aWish()))).toEqual(aWish()));
});

describe('what comes back from disk', () => {
  it.each([
    ['waiting', aRequest()],
    ['accepted', aRequest({ state: 'settled', settledAt: 2, outcome: { kind: 'accepted', receipt: null } })],
    ['failed', aRequest({ state: 'settled', settledAt: 2, outcome: failure('unknown', 'timeout') })],
  ])('%s is read as it is', (_what, request) => expect(v.parse(pinRequestSchema, request)).toEqual(request));

  it.each([
    ['another duration', { ...aRequest(), days: 14 }],
    ['another action', { ...aRequest(), action: 'star' }],
    ['another state', { ...aRequest(), state: 'lost' }],
    ['another outcome', { ...aRequest(), outcome: { kind: 'pinned' } }],
    ['no address', { ...aRequest(), address: null }],
  ])('with %s is not read', (_what, row) => expect(v.is(pinRequestSchema, row)).toBe(false));
});
