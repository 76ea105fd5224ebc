import type { Days, HttpRequest } from '../../src/providers/index.ts';
import { makeReference } from '../references/make-reference.ts';
import { answer, type Fixture } from './fixture.ts';

const instanceId = '3C01A2B3C4D5E6F708192A3B4C5D6E7F';
const instanceToken = '00A1B2C3D4E5F60718293A4B';
const clientToken = 'F00112233445566778899aabbccddeeffS';
const messageId = '77DF5293EBC176FFA6A88838E7A6AD83';
const url = `https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/pin-message`;

/** Source: docs/providers.md "Z-API". */
const request = (phone: string, messageAction: string, pinMessageDuration: string): HttpRequest => ({
  method: 'POST',
  url,
  headers: { 'Content-Type': 'application/json', 'Client-Token': clientToken },
  body: JSON.stringify({ phone, messageId, messageAction, pinMessageDuration }),
});

const pin = (phone: string): Record<Days, HttpRequest> => ({
  1: request(phone, 'pin', '24_hours'),
  7: request(phone, 'pin', '7_days'),
  30: request(phone, 'pin', '30_days'),
});

const message = (chat: string, phone: string) => ({
  reference: makeReference({ messageId, chat }),
  pin: pin(phone),
  unpin: request(phone, 'unpin', '7_days'),
});

const inChat = (chat: string) => makeReference({ messageId, chat });

export const zApiFixture: Fixture = {
  credentials: { instanceId, instanceToken, clientToken },
  messages: {
    'a private chat': message('5511999999999@c.us', '5511999999999'),
    'a group': message('120363019502650977@g.us', '120363019502650977-group'),
  },
  accepted: {
    answer: answer(200, { zaapId: '3999984263738042930CD6ECDE9VDWSA', messageId: 'D241XXXX732339502B68' }),
    receipt: { name: 'zaapId', value: '3999984263738042930CD6ECDE9VDWSA' },
  },
  mayBeAccepted({ status, body }) {
    if (status < 200 || status > 299) return false;
    const read: unknown = JSON.parse(body);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return false;
    const { value, zaapId, messageId, id } = read as Record<string, unknown>;
    return (
      !Object.hasOwn(read, 'error') && value !== false && [zaapId, messageId, id].some((at) => typeof at === 'string')
    );
  },
  chats: {
    person: { reference: inChat('5511999999999@s.whatsapp.net'), address: { messageId, chat: '5511999999999' } },
    group: {
      reference: inChat('5511999999999-1623281429@g.us'),
      address: { messageId, chat: '5511999999999-1623281429' },
    },
    lid: { reference: inChat('81896604192873@lid'), address: { messageId, chat: '81896604192873@lid' } },
    broadcast: { reference: inChat('status@broadcast'), address: 'chat-not-pinnable' },
    newsletter: { reference: inChat('11111111111@newsletter'), address: 'chat-not-pinnable' },
  },
  pasted: [
    { what: 'an API address', text: url, credentials: { instanceId, instanceToken } },
    { what: 'an address amid prose', text: `POST to ${url}?x=1 please`, credentials: { instanceId, instanceToken } },
    {
      what: 'a curl command',
      text: `curl -X POST '${url}' -H 'Content-Type: application/json' -H 'Client-Token: ${clientToken}' -d '{"a":1}'`,
      credentials: { instanceId, instanceToken, clientToken },
    },
    {
      what: 'a curl command in double quotes, over lines',
      text: `curl "${url}" \\\n  --header "client-token: ${clientToken}"`,
      credentials: { instanceId, instanceToken, clientToken },
    },
  ],
};
