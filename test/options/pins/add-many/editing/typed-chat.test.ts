import { expect, it } from 'vitest';
import { readTypedChat } from '../../../../../src/options/pins/add-many/editing/typed-chat.ts';

it.each([
  ['', { kind: 'empty' }],
  ['  ', { kind: 'empty' }],
  ['+55 11 99999-9999', { kind: 'chat', chat: '+5511999999999' }],
  ['0055 11 99999 9999', { kind: 'chat', chat: '+5511999999999' }],
  ['5511999999999', { kind: 'chat', chat: '+5511999999999' }],
  ['5511999999999@c.us', { kind: 'chat', chat: '5511999999999@c.us' }],
  ['120363019502650977-group', { kind: 'chat', chat: '120363019502650977@g.us' }],
  ['120363019502650977', { kind: 'chat', chat: '120363019502650977@g.us' }],
  ['11 99999-9999', { kind: 'question', readings: [{ number: '+5511999999999', formatted: '+55 11 99999-9999' }] }],
  ['(011) 99999-9999', { kind: 'question', readings: [{ number: '+5511999999999', formatted: '+55 11 99999-9999' }] }],
  ['Ana', { kind: 'unread' }],
  ['3EB0796DC6B777C0C7CD', { kind: 'unread' }],
])('the chat %j that the user typed is %j', (typed, meaning) => expect(readTypedChat(typed, ['BR'])).toEqual(meaning));

it('a local number without a known country is a question that only its country answers', () =>
  expect(readTypedChat('11 99999-9999', [])).toEqual({ kind: 'question', readings: [] }));
