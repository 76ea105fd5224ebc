import { describe, expect, it } from 'vitest';
import { findReferences } from '../../src/references/index.ts';

/** `A` and `B` are certain forms, `D` is a possible one. */
const A = '3EB0ABC123DEF4567890';
const B = '3EB0FFF123DEF4567890';
const D = 'D27A15C08E4B936F12AD7C5E80B493F1';
const E = 'A594939A00112233445566778899AABB';
const phone = '5511987650000';
const otherPhone = '5511987650001';
const person = `${phone}@s.whatsapp.net`;
const group = '120363048812345678@g.us';
const key = `true_${phone}@c.us_${A}`;

/** The certain references of a text, as `id chat direction`, or the whole key. */
const certain = (text: string): string[] =>
  findReferences(text).flatMap(({ certain: isCertain, serialized, messageId, chat, fromMe }) =>
    isCertain ? [serialized ?? `${messageId} ${chat ?? '-'} ${fromMe ?? '-'}`] : [],
  );
const json = JSON.stringify;

describe('an escaped line break', () => {
  it.each([
    ['a line break after an id under its key', json({ messageId: `${A}\n` }), [`${A} - -`]],
    ['Windows line ends after an id', json({ messageId: `${A}\r\n`, phone }), [`${A} ${phone} -`]],
    ['a tab before an id', json({ messageId: `\t${D}`, phone }), [`${D} ${phone} -`]],
    ['a tab before an id in a text', json({ text: `id\t${A}\tok` }), [`${A} - -`]],
    ['a line of words after a whole key', json({ text: `${key}\nok` }), [key]],
    ['a line of words before a whole key', json({ text: `ok\n${key}` }), [key]],
    ['a line of words after an id', json({ text: `${A}\nok` }), [`${A} - -`]],
    ['a line of words before an id', json({ text: `ok\n${A}` }), [`${A} - -`]],
    ['JSON within a string', json(json({ messageId: `${A}\n`, phone })), [`${A} ${phone} -`]],
    ['JSON within a string within a string', json(json(json({ text: `${key}\nok` }))), [key]],
    ['pretty JSON within a string', json(json({ messageId: A, phone }, null, 2)), [`${A} ${phone} -`]],
    ['pairs in a string', json({ log: `messageId=${A}\nstatus=ok` }), [`${A} - -`]],
    ['no quotes at all', String.raw`messageId=${A}\nphone=${phone}`, [`${A} ${phone} -`]],
    ['a line break as a code', String.raw`{"messageId":"${A}\u000aok"}`, [`${A} - -`]],
  ])('an escaped line break is not part of an id: %s', (_where, text, references) =>
    expect(certain(text)).toEqual(references),
  );
});

describe('a value that was cut', () => {
  it.each([
    ['a short start of an id', `messageId:"3EB0ABC1\n`],
    ['a start of an id of Android', `{"phone":"${phone}","messageId":"${D.slice(0, 24)}`],
    ['a start without quotes', 'messageId=3EB0ABC1'],
    ['a start of an id of an iPhone', `messageId: 3AF0ABC1 phone: ${phone}`],
    ['an opaque id', `{"phone":"${phone}","messageId":"D241XXXX7323395`],
    ['a whole key', `{"phone":"${phone}","messageId":"true_${phone}@c.us_3EB0ABC1`],
    ['a value on a line above others', `"phone":"${phone}","messageId":"3EB0ABC123\n"a":1`],
    ['a start in running text', `"text":"true_${phone}@c.us_3EB0ABC1\n`],
  ])('a value that was cut is not a certain message: %s', (_what, text) => expect(certain(text)).toEqual([]));
});

describe('an event about another message', () => {
  it.each([
    [
      'an edit of WAHA',
      { event: 'message.edited', payload: { id: `false_${phone}@c.us_${B}`, editedMessageId: A, from: phone } },
      [`${A} ${phone} -`],
    ],
    [
      'an edit of GOWA',
      { payload: { id: B, chat_id: group, original_message_id: A, is_from_me: true } },
      [`${A} ${group} -`],
    ],
    ['a reaction of GOWA', { payload: { id: B, chat_id: group, reacted_message_id: D } }, [`${D} ${group} -`]],
    [
      'a reaction of WAHA',
      { payload: { id: `false_${phone}@c.us_${B}`, reaction: { text: 'ok', messageId: key } } },
      [key],
    ],
    [
      'an edit of Baileys',
      {
        key: { remoteJid: person, fromMe: false, id: E },
        message: { protocolMessage: { key: { remoteJid: person, fromMe: false, id: D }, type: 'MESSAGE_EDIT' } },
      },
      [`${D} ${person} false`],
    ],
    [
      'an edit of Baileys in its wrapping',
      {
        key: { remoteJid: person, fromMe: true, id: B },
        message: {
          editedMessage: {
            message: { protocolMessage: { key: { remoteJid: person, fromMe: true, id: A }, type: 14 } },
          },
        },
      },
      [`${A} ${person} true`],
    ],
    [
      'an encrypted edit',
      {
        key: { remoteJid: person, fromMe: false, id: E },
        message: { secretEncryptedMessage: { targetMessageKey: { remoteJid: person, fromMe: false, id: D } } },
      },
      [`${D} ${person} false`],
    ],
    [
      'an encrypted reaction',
      {
        key: { remoteJid: group, fromMe: false, id: B, participant: person },
        message: { encReactionMessage: { targetMessageKey: { remoteJid: group, fromMe: true, id: A } } },
      },
      [`${A} ${group} true`],
    ],
    [
      'a vote',
      {
        key: { remoteJid: group, fromMe: false, id: B },
        message: { pollUpdateMessage: { pollCreationMessageKey: { remoteJid: group, fromMe: true, id: A } } },
      },
      [`${A} ${group} true`],
    ],
    ['a sending that edits', { phone, message: 'new', editMessageId: A }, [`${A} ${phone} -`]],
  ])('an event is about the message that it names, not about itself: %s', (_what, payload, references) => {
    expect(certain(json(payload))).toEqual(references);
    expect(certain(json(json(payload)))).toEqual(references);
    expect(certain(json([{ body: payload }], null, 2))).toEqual(references);
  });

  it.each([
    ['of WAHA', { payload: { after: { id: `false_${phone}@c.us_${B}` }, revokedMessageId: A, before: null } }],
    ['of GOWA', { payload: { id: B, chat_id: group, revoked_message_id: A } }],
    [
      'of Baileys',
      {
        key: { remoteJid: person, fromMe: false, id: B },
        message: { protocolMessage: { key: { remoteJid: person, fromMe: false, id: A }, type: 'REVOKE' } },
      },
    ],
  ])('the deletion of a message names no message to pin: %s', (_what, payload) =>
    expect(certain(json(payload))).toEqual([]),
  );
});

describe('a bracket that is never closed', () => {
  const two = `messageId=${A}\nmessageId=${B} phone=${phone}`;
  const references = [`${A} - -`, `${B} ${phone} -`];
  it.each([
    ['alone on a line', `(\n${two}`],
    ['in a smiley', `sorry :(\n${two}`],
    ['after an address in brackets', `(https://x.y)\n${two}`],
    ['after a link in Markdown', `[the log](https://x.y/a)\n${two}`],
    ['of a list', `[\n${two}`],
    ['of an object that was cut', `10:00 INFO {"level":"info","text":"abc\n${two}`],
    ['several', `((({\n${two}`],
    ['below the messages', `${two}\nsorry :(`],
  ])('a bracket that is never closed joins no lines: %s', (_what, text) => expect(certain(text)).toEqual(references));

  it('a bracket that is never closed does not take the closing bracket of another kind', () =>
    expect(certain(`{contextInfo: {note: see (1, messageId: ${B}}, messageId: ${A}, phone: ${phone}}`)).toEqual([
      `${A} ${phone} -`,
    ]));

  it('a bracket keeps its lines together, also if the line where it opens says nothing', () => {
    const fragment = `"messageId": "${A}",\n"contextInfo": {\n  "a": 1,\n  "messageId": "${B}"\n},\n"phone": "${phone}"`;
    expect(certain(fragment)).toEqual([`${A} ${phone} -`]);
  });

  it('each line of JSON that was cut at its end keeps its own message', () => {
    const lines = [A, B].map((id, index) => `INFO {"phone":"${phone}${index}","messageId":"${id}","text":"abc`);
    expect(certain(lines.join('\n'))).toEqual([`${A} ${phone}0 -`, `${B} ${phone}1 -`]);
  });

  it('a smiley at the end of one line and another later join no lines', () =>
    expect(certain(`sorry :(\nmessageId: ${A}\nmessageId: ${B} phone: ${phone}\nthanks :)`)).toEqual(references));
});

describe('a chat is not a message', () => {
  it.each([
    ['a group of Z-API', 'messageId: 120363048812345678-group'],
    ['an older group', 'messageId: 5511999999999-1623281429'],
    ['a group', json({ messageId: group, phone })],
    ['a number', json({ messageId: phone, phone: otherPhone })],
    ['a number with a plus', `messageId,phone\n+${phone},${otherPhone}`],
    ['in a list', json({ messageIds: ['120363048812345678-group'], phone })],
    ['in a shifted column', `message_id;phone\n120363048812345678-group;${A}`],
  ])('a chat under the key of a message is not a message: %s', (_what, text) =>
    expect(findReferences(text).filter(({ messageId }) => /120363|^\+?5511/.test(messageId))).toEqual([]),
  );

  it('the columns of a table of a wiki are not shifted', () =>
    expect(certain(`||Message ID||Phone||\n|${D}|${phone}|\n|${A}|120363048812345678-group|`)).toEqual([
      `${D} ${phone} -`,
      `${A} 120363048812345678-group -`,
    ]));
});

describe('a key that everybody uses', () => {
  it.each([
    ['an element of a page', 'data-id=6a1f3c2'],
    ['products', '{"ids":["SKU-12345","SKU-67890"]}'],
    ['products of a customer', json({ phone, ids: ['SKU-12345'] })],
    ['the text of a log', 'msg:"worker-3-ready"'],
    ['a sensor', 'unique_id: sensor-01'],
    ['a key of PGP', 'key_id: 3262EFF25BA0D270'],
    ['a row', json({ id: D, phone })],
    ['a row of a table', `id,phone\nORD-000123,${phone}`],
    ['the row of a customer', json({ unique_id: 'customer-0042', phone })],
  ])('a key that everybody uses makes nothing a message: %s', (_what, text) => expect(certain(text)).toEqual([]));

  it.each(['data-id', 'ids', 'msg', 'unique_id', 'key_id', 'id'])(
    'under the key %s, a certain form is a message, and a chat of WhatsApp beside it makes a possible one certain',
    (name) => {
      expect(certain(json({ [name]: A }))).toEqual([`${A} - -`]);
      expect(certain(json({ [name]: key }))).toEqual([key]);
      expect(certain(json({ [name]: D }))).toEqual([]);
      expect(certain(json({ [name]: D, chatId: group }))).toEqual([`${D} ${group} -`]);
    },
  );
});
