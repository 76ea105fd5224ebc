import { describe, expect, it } from 'vitest';
import { findSerializedKeys } from '../../src/references/serialized-key.ts';

const keys = (text: string) => findSerializedKeys(text).map(({ serialized }) => serialized);
const key = 'true_5511999999999@c.us_3EB0796DC6B777C0C7CD';

describe('the parts of a key', () => {
  it.each([
    [key, { fromMe: true, chat: '5511999999999@c.us', messageId: '3EB0796DC6B777C0C7CD' }],
    [
      'false_120363297269676566@g.us_3EB01F4653BB9DD05E9859_919004389372@c.us',
      {
        fromMe: false,
        chat: '120363297269676566@g.us',
        messageId: '3EB01F4653BB9DD05E9859',
      },
    ],
    [
      'true_120363297269676566@g.us_AC7593255FE70AF81AEBC12EDF516917_9999@lid',
      {
        fromMe: true,
        chat: '120363297269676566@g.us',
        messageId: 'AC7593255FE70AF81AEBC12EDF516917',
      },
    ],
    [
      'false_status@broadcast_3A169E0FD4BC6E92212F_5521500000000@c.us',
      {
        fromMe: false,
        chat: 'status@broadcast',
        messageId: '3A169E0FD4BC6E92212F',
      },
    ],
  ])('the key %s is read into its parts', (text, parts) =>
    expect(findSerializedKeys(text)).toEqual([
      { isChatWrittenByHand: false, ...parts, serialized: text, form: 'serialized', accountHints: [], certain: true },
    ]),
  );

  it('the case of an id in a key is kept', () =>
    expect(findSerializedKeys('true_5511999999999@c.us_aBcDeF123')[0]?.messageId).toBe('aBcDeF123'));
});

describe('where a key may stand', () => {
  it.each([
    ['a URL', `https://api.periskope.app/v1/message/${encodeURIComponent(key)}/pin`],
    ['a URL with small letters in its code', `?id=${key.replace('@', '%40')}&x=1`],
    ['a file name', `${key}.pdf`],
    ['JSON', `{"message_id":"${key}","x":1}`],
    ['escaped JSON', `{\\"message_id\\":\\"${key}\\"}`],
    ['a sentence', `It is ${key}.`],
    ['a CSV row', `Asha,${key},7`],
    ['a shell assignment', `id=${key}`],
  ])('a key is found in %s', (_where, text) => expect(keys(text)).toEqual([key]));

  it('several keys of a text are found in order', () => {
    const other = 'false_919487126251@c.us_3A169E0FD4BC6E92212F';
    expect(keys(`${other}\n${key}`)).toEqual([other, key]);
  });
});

describe('what is no key of a message', () => {
  it.each([
    ['a note of Periskope', 'true_b77a8810-d8ac-11ef-8033-3b03afb6e098_api'],
    ['a notification', `${key}_919004389372@c.us_remove`],
    ['a fifth part', `${key}_remove`],
    ['an elided id', 'true_5511999999999@c.us_3EB0796D...'],
    ['an elided id, with the sign', 'true_5511999999999@c.us_3EB0796D…'],
    ['a masked id', 'true_5511999999999@c.us_3EB079****'],
    ['a masked chat', 'true_****9999@c.us_3EB0796DC6B777C0C7CD'],
    ['a longer word', `un${key}`],
    ['another case', key.replace('true', 'TRUE')],
    ['a foreign server', key.replace('c.us', 'evil.example')],
    ['a template', 'true_{number}@c.us_{id}'],
    ['no chat', 'false_MSG123456'],
  ])('no key is found in %s', (_what, text) => expect(keys(text)).toEqual([]));
});
