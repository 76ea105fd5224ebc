import { describe, expect, it } from 'vitest';
import { knownChat, knownChats } from '../../../src/pins/plan/known-chats.ts';
import { failure } from '../../../src/providers/index.ts';
import { makeRequest } from '../make-request.ts';

const accepted = { kind: 'accepted', receipt: null } as const;
const id = '3EB0796DC6B777C0C7CD';
const requested = (chat: string, more: Parameters<typeof makeRequest>[0] = {}) =>
  makeRequest({ address: { messageId: id, chat }, state: 'settled', outcome: accepted, ...more });
const chatFrom = (requests: Parameters<typeof knownChats>[0], accountId = 'support') =>
  knownChat(knownChats(requests, [id]), id, accountId);

describe('the chat of an earlier request', () => {
  it.each([
    ['a person', '5511999999999', '5511999999999@c.us'],
    ['a group', '120363019502650977-group', '120363019502650977@g.us'],
  ])('the chat of an earlier request is known to every account if it is %s', (_kind, chat, jid) => {
    expect(chatFrom([requested(chat)])).toBe(jid);
    expect(chatFrom([requested(chat)], 'sales')).toBe(jid);
  });

  it('the chat of an earlier request is known only to its own account if it is a hidden number', () => {
    const hidden = '81896604192873@lid';
    expect(chatFrom([requested(hidden)])).toBe(hidden);
    expect(chatFrom([requested(hidden)], 'sales')).toBeNull();
  });

  it('the newest of several earlier chats is used', () =>
    expect(chatFrom([requested('5511999999999'), requested('5511888888888')])).toBe('5511999999999@c.us'));

  it('the chat of an earlier request is found by the id inside a whole key', () =>
    expect(
      chatFrom([
        requested('5511999999999', { address: { messageId: `true_5511999999999@c.us_${id}`, chat: '5511999999999' } }),
      ]),
    ).toBe('5511999999999@c.us'));

  it.each([
    ['rejected', { state: 'settled', outcome: failure('rejected', 'not-found') }],
    ['not confirmed', { state: 'settled', outcome: failure('unknown', 'timeout') }],
    ['taken back', { state: 'cancelled', outcome: null }],
    ['not sent yet', { state: 'queued', outcome: null }],
  ] as const)('no chat is taken from a request that was %s', (_how, parts) =>
    expect(chatFrom([requested('5511999999999', parts)])).toBeNull(),
  );
});
