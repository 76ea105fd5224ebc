import { expect, it } from 'vitest';
import {
  type DocumentedRequest,
  keyOfAsha,
  periskopeGet,
  periskopePin,
  periskopePinPath,
  withBody,
  withHeaders,
} from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();
const pinOf = (id: string) => ({ ...periskopePin, path: periskopePinPath(id) });

const violating: [string, DocumentedRequest, number, string][] = [
  ['GET for POST', { ...periskopePin, method: 'GET', body: undefined }, 404, 'the method is POST'],
  ['an unknown path', periskopeGet('messages'), 404, 'no such endpoint'],
  ['no key', withHeaders(periskopePin, { Authorization: undefined }), 401, 'Authorization'],
  ['a key without Bearer', withHeaders(periskopePin, { Authorization: 'demo' }), 401, 'Authorization'],
  ['no phone', withHeaders(periskopePin, { 'x-phone': undefined }), 422, 'no x-phone'],
  ['a phone with a plus', withHeaders(periskopePin, { 'x-phone': '+918527184400' }), 422, 'x-phone'],
  ['a JID as the phone', withHeaders(periskopePin, { 'x-phone': '918527184400@c.us' }), 422, 'x-phone'],
  ['no Content-Type', withHeaders(periskopePin, { 'Content-Type': undefined }), 422, 'Content-Type'],
  ['an unknown key', withBody(periskopePin, { duration: 7 }), 422, 'duration'],
  ['no pin', withBody(periskopePin, { pin: undefined }), 422, 'pin'],
  ['a pin as text', withBody(periskopePin, { pin: 'true' }), 422, 'pin'],
  ['another time', withBody(periskopePin, { time: 14 }), 422, 'time'],
  ['a time as text', withBody(periskopePin, { time: '7' }), 422, 'time'],
  ['an id not encoded', { ...periskopePin, path: `/v1/message/${keyOfAsha}/pin` }, 204, 'not percent-encoded'],
  ['a broken encoding', { ...periskopePin, path: '/v1/message/true_%ZZ/pin' }, 404, 'not percent-encoded'],
  ['a bare id', pinOf('3EB0F754E67BDF3178E76C680224FF7114E2CB95'), 404, 'neither a message_id nor a queue_id'],
  ['a notification', pinOf('true_120363371308389685@g.us_fa3c_918527184400@c.us_remove'), 404, 'neither'],
  ['a note', pinOf('true_ba3273cb-12be-48d4-90e0-0cbc0b427ef1_api'), 404, 'neither'],
  ['a chat that is a channel', pinOf('false_120363371308389685@newsletter_3A53C6FC8ED48B9B2F10'), 404, 'neither'],
  ['an author outside a group', pinOf(`${keyOfAsha}_919487126251@c.us`), 404, 'neither'],
  ['too many chats', periskopeGet('chats?limit=10000'), 422, 'Limit should be less than 2000'],
  ['an unknown query', periskopeGet('chats?page=1'), 200, 'unknown query parameter: page'],
  ['a cookie', withHeaders(periskopePin, { Cookie: 'session=1' }), 204, 'a cookie was sent'],
  ["Z-API's header", withHeaders(periskopePin, { 'Client-Token': 'F0S' }), 204, 'other provider: client-token'],
];

it.each(violating)('Periskope: %s is recorded as a violation', async (_, request, status, reason) => {
  const answer = await sendRaw(simulator(), request);
  expect(answer.status).toBe(status);
  expect(simulator().violations()).toMatchObject([{ status, violation: expect.stringContaining(reason) }]);
});

const documented: [string, DocumentedRequest, number][] = [
  ['a queue id', pinOf('ba3273cb-12be-48d4-90e0-0cbc0b427ef1'), 204],
  ['an unknown queue id', pinOf('00000000-0000-4000-8000-000000000000'), 404],
  ['a group', pinOf('false_120363297269676566@g.us_3EB01F4653BB9DD05E9859_919004389372@c.us'), 204],
  ['a message unknown here', pinOf('false_919900000001@c.us_3EB05FC204C28E456D8599'), 204],
  ['a known message with the direction turned', pinOf(keyOfAsha.replace('true_', 'false_')), 404],
  ['a time with an unpin', withBody(periskopePin, { pin: false }), 204],
  ['a pin without a time', withBody(periskopePin, { time: undefined }), 204],
  ['chats of one type', periskopeGet('chats?offset=0&limit=20&chat_type=group'), 200],
];

it.each(documented)('Periskope: %s is no violation', async (_, request, status) => {
  const answer = await sendRaw(simulator(), request);
  expect(answer.status).toBe(status);
  expect(simulator().violations()).toEqual([]);
});

it('Periskope: a call to the host of Z-API is recorded as a violation', async () => {
  const { status } = await sendRaw(simulator(), periskopePin, 'api.z-api.io');
  expect(status).toBe(200);
  expect(simulator().violations()).toMatchObject([{ provider: 'z-api', route: 'unknown', via: 'tls' }]);
});
