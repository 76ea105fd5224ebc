import { expect, it } from 'vitest';
import { periskopeGet, periskopePin, withHeaders } from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();

it('Periskope refuses a wrong key with 401', async () => {
  const answer = await sendRaw(simulator(), withHeaders(periskopePin, { Authorization: 'Bearer wrong-key' }));
  expect(answer).toMatchObject({ status: 401, json: { status: 401 } });
  expect(answer.headers).not.toHaveProperty('x-periskope-org-id');
  expect(simulator().violations()).toEqual([]);
});

it('Periskope answers an unknown phone with the documented 422', async () => {
  const { status, json } = await sendRaw(simulator(), withHeaders(periskopePin, { 'x-phone': '911234567890' }));
  expect(status).toBe(422);
  expect(json).toMatchObject({
    code: 'VALIDATION_ERROR',
    fields: { 'x-phone': { message: expect.stringContaining('country code + number') } },
    name: 'Validation Error',
    status: 422,
  });
  expect(simulator().violations()).toEqual([]);
});

it('Periskope takes the phone id for the number', async () => {
  const { phoneId, phone } = simulator().credentials.periskope;
  const { status } = await sendRaw(simulator(), withHeaders(periskopePin, { 'x-phone': phoneId }));
  expect(status).toBe(204);
  expect(simulator().pins()).toMatchObject([{ account: phone }]);
});

it('Periskope lists all phones with the key alone', async () => {
  const answer = await sendRaw(simulator(), withHeaders(periskopeGet('phones/all'), { 'x-phone': undefined }));
  expect(answer).toMatchObject({ status: 200, json: [{ phone_name: 'Support' }, {}, { is_ready: false }] });
  expect(simulator().violations()).toEqual([]);
});

it('Periskope pins nothing through a phone that is not ready', async () => {
  const notReady = { 'x-phone': simulator().credentials.periskope.unreadyPhone };
  const phone = await sendRaw(simulator(), withHeaders(periskopeGet('phones'), notReady));
  const pin = await sendRaw(simulator(), withHeaders(periskopePin, notReady));
  expect(phone.json).toMatchObject({ wa_state: 'DISCONNECTED', is_ready: false });
  expect(pin.status).toBe(422);
  expect(simulator().pins()).toEqual([]);
});

it('Periskope sends the documented headers, and counts down without ever blocking', async () => {
  const first = await sendRaw(simulator(), periskopePin);
  const second = await sendRaw(simulator(), periskopePin);
  expect(first).toMatchObject({ status: 204, text: '' });
  expect(first.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'x-ratelimit-limit': '10',
    'x-ratelimit-remaining': '9',
    'x-ratelimit-reset': expect.stringMatching(/^\d{10}$/),
    'x-periskope-trace-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-periskope-org-id': '2997dd64-89bf-48d3-9a22-b314fca017e5',
    'x-periskope-phone-id': simulator().credentials.periskope.phoneId,
  });
  expect(second.headers['x-ratelimit-remaining']).toBe('8');
  const more = await Promise.all(Array.from({ length: 12 }, () => sendRaw(simulator(), periskopePin)));
  expect(more.every(({ status }) => status === 204)).toBe(true);
});
