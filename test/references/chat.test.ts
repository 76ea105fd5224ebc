import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatsIn, readChat } from '../../src/references/chat.ts';

describe('a chat in any spelling', () => {
  it.each([
    ['5511999999999@c.us', 'person', '5511999999999@c.us'],
    ['5511999999999@s.whatsapp.net', 'person', '5511999999999@c.us'],
    ['5511999999999:17@s.whatsapp.net', 'person', '5511999999999@c.us'],
    ['5511999999999%40c.us', 'person', '5511999999999@c.us'],
    ['5511999999999', 'person', '5511999999999@c.us'],
    ['+55 (11) 99999-9999', 'person', '5511999999999@c.us'],
    ['0055 11 99999 9999', 'person', '5511999999999@c.us'],
    ['+91 98745 32456', 'person', '919874532456@c.us'],
    [' 5511999999999\n', 'person', '5511999999999@c.us'],
    ['\u202a+55 11 99999\u20119999\u202c', 'person', '5511999999999@c.us'],
    ['81896604192873@lid', 'lid', '81896604192873@lid'],
    ['81896604192873:2@lid', 'lid', '81896604192873@lid'],
    ['120363019502650977@g.us', 'group', '120363019502650977@g.us'],
    ['120363019502650977-group', 'group', '120363019502650977@g.us'],
    ['120363019502650977', 'group', '120363019502650977@g.us'],
    ['5511999999999-1623281429', 'group', '5511999999999-1623281429@g.us'],
    ['5511999999999-1623281429@g.us', 'group', '5511999999999-1623281429@g.us'],
    ['status@broadcast', 'broadcast', 'status@broadcast'],
    ['1774895799-broadcast', 'broadcast', '1774895799@broadcast'],
    ['11111111111@newsletter', 'newsletter', '11111111111@newsletter'],
  ])('the chat %s is read as a %s', (written, kind, jid) => expect(readChat(written)).toMatchObject({ kind, jid }));

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['a name', 'Support'],
    ['a short number', '1234567'],
    ['a number of a foreign server', '5511999999999@evil.example'],
    ['more than a chat', '5511999999999@c.us and more'],
    ['a second line', '5511999999999@c.us\n5511888888888@c.us'],
    ['a web address', 'https://wa.me/5511999999999'],
    ['a number that begins with 0', '011999999999'],
    ['digits of another script', '٥٥١١٩٩٩٩٩٩٩٩٩'],
    ['a group without its number', '@g.us'],
    ['an elided number', '55119999…@c.us'],
  ])('%s is not read as a chat', (_what, written) => expect(readChat(written)).toBeNull());

  it('the JID of a chat that was read is read as the same chat', () => {
    const spelling = fc.stringMatching(
      /^\d{5,20}(-\d{5,15})?(:\d{1,3})?(@(c\.us|s\.whatsapp\.net|g\.us|lid)|-group)?$/,
    );
    fc.assert(
      fc.property(fc.oneof(spelling, fc.string()), (written) => {
        const chat = readChat(written);
        expect(chat && readChat(chat.jid)).toEqual(chat);
      }),
    );
  });
});

describe('the chats in a text', () => {
  it.each([
    ['one JID', 'look at 5511999999999@c.us!', ['5511999999999@c.us']],
    ['one of Z-API, as written', 'no grupo 120363019502650977-group por 7 dias', ['120363019502650977-group']],
    ['the same twice', '5511999999999@c.us, 5511999999999@s.whatsapp.net', ['5511999999999@c.us']],
    ['an older group', 'in 5511999999999-1623281429@g.us', ['5511999999999-1623281429@g.us']],
    ['a LID', '(81896604192873@lid)', ['81896604192873@lid']],
    ['two chats', '5511999999999@c.us or 5511888888888@c.us', ['5511999999999@c.us', '5511888888888@c.us']],
    ['a number alone', 'call 5511999999999', []],
    ['an e-mail address', 'me.5511999999999@c.us', []],
    ['nothing', '', []],
  ])('the chats that a text names are found: %s', (_what, text, chats) => expect(chatsIn(text)).toEqual(chats));
});
