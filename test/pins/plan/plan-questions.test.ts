import { describe, expect, it } from 'vitest';
import { plan } from '../../../src/pins/plan/plan.ts';
import { questionOf } from '../../../src/pins/plan/question.ts';
import { readText } from '../../../src/references/index.ts';
import { emptyInput, makePeriskopeTarget, makeZApiTarget, planOf, typedChat } from '../make-target.ts';

const id = '3EB0796DC6B777C0C7CD';

const questionAbout = (text: string) => {
  const reading = readText(text);
  return questionOf(text, reading, plan(reading, [makeZApiTarget()], emptyInput));
};

describe('what is asked first about a text', () => {
  it.each([
    ['nothing', ' \n', 'message-missing'],
    ['prose', 'pin this', 'message-unread'],
    ['a doubtful id in a text', 'md5 77DF5293EBC176FFA6A88838E7A6AD83', 'message-possible'],
    ['one id and two chats', `${id}: 5511999999999@c.us, 5511888888888@c.us`, 'message-possible'],
    ['a message without its chat', id, 'chat-missing'],
    ['a masked id', 'true_******7890@c.us_*****3XYZ', 'masked'],
    ['an elided id', 'true_5511999999999@c.us_3EB0...', 'elided'],
    ['a template', 'true_[number]@c.us_ABCDEF', 'template'],
    ['a Cloud API id', 'wamid.HBgLMTY1MDUwNzY1MjAVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA', 'cloud-id'],
    [
      'a notification',
      'true_120363371308389685@g.us_fa3c48a78cc64e139e5737f7057235ea_918527184400@c.us_remove',
      'notification',
    ],
    ['a chat', '120363019502650977-group', 'chat-only'],
    ['a text of more than a million characters', `${id} `.repeat(50_000), 'too-long'],
    ['a whole message', `true_5511999999999@c.us_${id}`, null],
  ])('the first question about this text is right: %s', (_what, text, question) =>
    expect(questionAbout(text)).toBe(question),
  );
});

describe('a key that is built by hand', () => {
  const group = '120363297269676566@g.us';
  const key = `true_919487126251@c.us_${id}`;
  const byHand = (chat: string, fromMe: boolean | null, author: string | null = null, text = id) =>
    planOf(text, [makePeriskopeTarget()], { chat: typedChat(chat), sender: { fromMe, author } }).map((item) =>
      item.ok ? item.address.messageId : item.question,
    );

  it.each([
    ['who sent it is asked', byHand(group, null), 'sender-missing'],
    ['in a group, the number that sent it is asked', byHand(group, false), 'author-missing'],
    ['what is no number is asked again', byHand(group, false, 'Priya'), 'author-unread'],
    ['all that it needs is in it', byHand(group, false, '+91 90043 89372'), `false_${group}_${id}_919004389372@c.us`],
    ['a chat comes first', byHand('', null), 'chat-missing'],
    ['the key that a text has is kept', byHand('', null, null, key), key],
  ])('a key that is built by hand: %s', (_what, is, expected) => expect(is).toEqual([expected]));

  it('a key is built by hand for one message, not for a list', () =>
    expect(byHand(group, true, null, `${id} 3AA45F9F285C5249CDFC`)).toEqual([id, '3AA45F9F285C5249CDFC']));

  it('Z-API needs no key that is built by hand', () =>
    expect(
      planOf(id, [makeZApiTarget()], { chat: typedChat('+5511999999999'), sender: { fromMe: null, author: null } }),
    ).toMatchObject([{ ok: true, address: { messageId: id } }]));
});
