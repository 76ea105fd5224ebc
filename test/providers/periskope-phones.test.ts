import { describe, expect, it } from 'vitest';
import periskope from '../../src/providers/periskope/index.ts';
import { answer } from './fixture.ts';
import { periskopeFixture } from './periskope-fixture.ts';

const { credentials } = periskopeFixture;
const phone = {
  org_phone: '918527184400@c.us',
  phone_id: 'phone-bqzvyibhmwkaergr',
  phone_name: 'Support',
  wa_state: 'CONNECTED',
  is_ready: true,
};

describe('the credential check', () => {
  const check = periskope.check(credentials);

  it('the credential check requests the phone', () =>
    expect(check.request).toEqual({
      method: 'GET',
      url: 'https://api.periskope.app/v1/phones',
      headers: { Authorization: `Bearer ${credentials.apiKey}`, 'x-phone': '919876543210' },
    }));

  it.each([
    [phone, { kind: 'connected', displayName: 'Support · +918527184400' }],
    [
      { ...phone, phone_name: null },
      { kind: 'connected', displayName: '+918527184400' },
    ],
    [{ ...phone, is_ready: null }, { kind: 'connected' }],
    [
      { ...phone, is_ready: false },
      { kind: 'disconnected', detail: 'CONNECTED' },
    ],
    [
      { ...phone, wa_state: 'DISCONNECTED' },
      { kind: 'disconnected', detail: 'DISCONNECTED' },
    ],
    [
      { ...phone, wa_state: null },
      { kind: 'disconnected', detail: null },
    ],
    [
      { wa_state: 'CONNECTED', is_ready: true },
      { kind: 'unknown', reason: 'unreadable' },
    ],
    [[phone], { kind: 'unknown', reason: 'unreadable' }],
  ])('the credential check reads %j', (body, connection) =>
    expect(check.read(answer(200, body))).toMatchObject(connection),
  );

  it('the credential check does not trust a phone in an answer with a failed status', () =>
    expect(check.read(answer(401, phone))).toMatchObject({ kind: 'unauthorized', reason: 'api-key' }));
});

describe('the phones to choose from', () => {
  const list = periskope.choices?.list(credentials);

  it('the phones are requested with the API key alone', () =>
    expect(list?.request).toEqual({
      method: 'GET',
      url: 'https://api.periskope.app/v1/phones/all',
      headers: { Authorization: `Bearer ${credentials.apiKey}` },
    }));

  it.each([
    [[phone], [{ value: '918527184400', label: 'Support · +918527184400' }]],
    [[], []],
    [{ phones: [phone] }, { kind: 'unknown', reason: 'unreadable' }],
  ])('the list of phones reads %j', (body, choices) => expect(list?.read(answer(200, body))).toMatchObject(choices));

  it('every offered phone is a valid value of its field', () => {
    const read = list?.read(answer(200, [phone]));
    const field = periskope.fields.find(({ name }) => name === periskope.choices?.field);
    expect(Array.isArray(read) && read.map(({ value }) => field?.problem(value, {}))).toEqual([null]);
  });
});
