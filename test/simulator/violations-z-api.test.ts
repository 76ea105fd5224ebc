import { expect, it } from 'vitest';
import { type DocumentedRequest, withBody, withHeaders, zApiGet, zApiPath, zApiPin } from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();

const violating: [string, DocumentedRequest, number, string][] = [
  ['GET for POST', { ...zApiPin, method: 'GET', body: undefined }, 405, 'the method is POST'],
  ['POST for GET', { ...zApiGet('status'), method: 'POST' }, 405, 'the method is GET'],
  ['no Content-Type', withHeaders(zApiPin, { 'Content-Type': undefined }), 415, 'Content-Type'],
  ['a form', withHeaders(zApiPin, { 'Content-Type': 'application/x-www-form-urlencoded' }), 415, 'Content-Type'],
  ['no JSON', { ...zApiPin, body: 'pin it' }, 400, 'not JSON'],
  ['an unknown key', withBody(zApiPin, { pinned: true }), 400, 'pinned'],
  ['no phone', withBody(zApiPin, { phone: undefined }), 400, 'phone'],
  ['a phone with a mask', withBody(zApiPin, { phone: '+55 11 98765-4321' }), 400, 'phone: not a phone'],
  ['a phone as a number', withBody(zApiPin, { phone: 5511987654321 }), 400, 'phone'],
  ['a JID', withBody(zApiPin, { phone: '5511987654321@c.us' }), 400, 'phone: not a phone'],
  ['a group JID', withBody(zApiPin, { phone: '120363019502650977@g.us' }), 400, 'phone: not a phone'],
  ['a group as digits only', withBody(zApiPin, { phone: '120363019502650977' }), 400, 'phone: not a phone'],
  ['a newsletter', withBody(zApiPin, { phone: '120363019502650977@newsletter' }), 400, 'phone: not a phone'],
  [
    'a serialized key',
    withBody(zApiPin, { messageId: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A' }),
    400,
    'messageId: not a bare message id',
  ],
  ['a queue id', withBody(zApiPin, { messageId: 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1' }), 400, 'messageId'],
  ['an unknown action', withBody(zApiPin, { messageAction: 'remove' }), 400, 'messageAction'],
  ['an unknown duration', withBody(zApiPin, { pinMessageDuration: '1_day' }), 400, 'pinMessageDuration'],
  [
    'an unpin without a duration',
    withBody(zApiPin, { messageAction: 'unpin', pinMessageDuration: undefined }),
    400,
    'pinMessageDuration',
  ],
  ['a query', { ...zApiPin, path: `${zApiPin.path}?pin=1` }, 200, 'unknown query parameter: pin'],
  ['the chat pin', { ...zApiPin, path: zApiPath('modify-chat') }, 200, 'no such endpoint'],
  ['chats without a page', zApiGet('chats'), 400, 'page and pageSize are required'],
  ['a cookie', withHeaders(zApiPin, { Cookie: 'session=1' }), 200, 'a cookie was sent'],
  ['a Referer', withHeaders(zApiPin, { Referer: 'https://crm.example/' }), 200, 'a Referer was sent'],
  ['the origin of a page', withHeaders(zApiPin, { Origin: 'https://crm.example' }), 200, 'called from a page'],
  ["Periskope's header", withHeaders(zApiPin, { 'x-phone': '918527184400' }), 200, 'other provider: x-phone'],
];

it.each(violating)('Z-API: %s is recorded as a violation', async (_, request, status, reason) => {
  const answer = await sendRaw(simulator(), request);
  expect(answer.status).toBe(status);
  expect(simulator().violations()).toMatchObject([{ status, violation: expect.stringContaining(reason) }]);
});

const documented: [string, DocumentedRequest][] = [
  ['a person', zApiPin],
  ['a group', withBody(zApiPin, { phone: '120363019502650977-group' })],
  ['an older group', withBody(zApiPin, { phone: '5511999999999-1623281429' })],
  ['a LID', withBody(zApiPin, { phone: '81896604192873@lid' })],
  ['a charset', withHeaders(zApiPin, { 'Content-Type': 'application/json; charset=utf-8' })],
  ['an extension', withHeaders(zApiPin, { Origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' })],
  ['groups', zApiGet('groups?page=1&pageSize=10')],
];

it.each(documented)('Z-API: %s is no violation', async (_, request) => {
  const { status } = await sendRaw(simulator(), request);
  expect(status).toBe(200);
  expect(simulator().violations()).toEqual([]);
});

it('Z-API: a preflight is recorded as a violation', async () => {
  const { status } = await sendRaw(simulator(), { path: zApiPin.path, method: 'OPTIONS', headers: {} });
  expect(status).toBe(204);
  expect(simulator().violations()).toMatchObject([{ route: 'preflight', method: 'OPTIONS' }]);
});
