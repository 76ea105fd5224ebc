import type { Days, HttpRequest } from '../../src/providers/index.ts';
import { makeReference } from '../references/make-reference.ts';
import { answer, type Fixture } from './fixture.ts';

const apiKey = 'eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJ4In0.c2lnbmF0dXJl';
const phone = '919876543210';
const privateKey = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
const groupKey = 'false_120363297269676566@g.us_3EB01F4653BB9DD05E9859_919004389372@c.us';
const trace = 'b77a8810-d8ac-11ef-8033-3b03afb6e098';

/** Source: docs/providers.md "Periskope"; the official client writes `@` as `%40`. */
const request = (path: string, body: object): HttpRequest => ({
  method: 'POST',
  url: `https://api.periskope.app/v1/message/${path}/pin`,
  headers: { Authorization: `Bearer ${apiKey}`, 'x-phone': phone, 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

const pin = (path: string): Record<Days, HttpRequest> => ({
  1: request(path, { pin: true, time: 1 }),
  7: request(path, { pin: true, time: 7 }),
  30: request(path, { pin: true, time: 30 }),
});

const inChat = (chat: string) => {
  const serialized = `true_${chat}_3EB0F754E67BDF3178E7`;
  return makeReference({ messageId: '3EB0F754E67BDF3178E7', chat, fromMe: true, serialized, form: 'serialized' });
};

const verbatim = (chat: string) => ({
  reference: inChat(chat),
  address: { messageId: `true_${chat}_3EB0F754E67BDF3178E7`, chat },
});

const message = (serialized: string, messageId: string, chat: string, path: string) => ({
  reference: makeReference({ messageId, chat, serialized, form: 'serialized' }),
  pin: pin(path),
  unpin: request(path, { pin: false }),
});

export const periskopeFixture: Fixture = {
  credentials: { apiKey, phone },
  messages: {
    'a private chat': message(
      privateKey,
      '3EB0F754E67BDF3178E76C680224FF7114E2CB95',
      '919487126251@c.us',
      'true_919487126251%40c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95',
    ),
    'a group': message(
      groupKey,
      '3EB01F4653BB9DD05E9859',
      '120363297269676566@g.us',
      'false_120363297269676566%40g.us_3EB01F4653BB9DD05E9859_919004389372%40c.us',
    ),
  },
  accepted: {
    answer: answer(204, '', { 'x-ratelimit-remaining': '9', 'x-periskope-trace-id': trace }),
    receipt: { name: 'trace', value: trace },
  },
  mayBeAccepted: ({ status }) => status === 204,
  chats: {
    person: verbatim('919487126251@s.whatsapp.net'),
    group: verbatim('120363297269676566@g.us'),
    lid: verbatim('81896604192873@lid'),
    broadcast: { reference: inChat('status@broadcast'), address: 'chat-not-pinnable' },
    newsletter: { reference: inChat('11111111111@newsletter'), address: 'chat-not-pinnable' },
  },
  pasted: [
    {
      what: 'the curl command of the documentation',
      text: `curl -X POST \\\n  https://api.periskope.app/v1/message/{message_id}/pin \\\n  -H 'Authorization: Bearer ${apiKey}' \\\n  -H 'Content-Type: application/json' \\\n  -H 'x-phone: ${phone}' \\\n  -d '{"pin": true}'`,
      credentials: { apiKey, phone },
    },
    {
      what: 'a command without a phone',
      text: `curl https://api.periskope.app/v1/phones/all -H "authorization: Bearer ${apiKey}"`,
      credentials: { apiKey },
    },
    {
      what: 'code',
      text: `fetch('https://api.periskope.app/v1/phones', { headers: { "Authorization": "Bearer ${apiKey}", "x-phone": "${phone}" } })`,
      credentials: { apiKey, phone },
    },
  ],
};
