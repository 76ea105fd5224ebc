import { describe, expect, it } from 'vitest';
import zApi from '../../../src/providers/z-api/index.ts';
import { makeReference } from '../../references/make-reference.ts';
import { answer } from '../fixture.ts';
import { zApiFixture } from '../z-api-fixture.ts';

const { credentials } = zApiFixture;
const to = { messageId: '3EB0796DC6B777C0C7CD', chat: '5511999999999' };

const lapsed = 'To continue sending a message, you must subscribe to this instance again';

describe('an answer to pin-message', () => {
  const read = (status: number, body: unknown) => zApi.pin(credentials, to, 7).read(answer(status, body));

  // Source: docs/providers.md "Z-API", every body that is documented or reported.
  it.each([
    [200, { error: 'null not allowed' }, 'unauthorized', 'client-token-missing'],
    [400, { error: 'null not allowed' }, 'unauthorized', 'client-token-missing'],
    [400, { error: 'your client-token is not configured' }, 'unauthorized', 'client-token-missing'],
    [403, { error: 'Client-Token •••• not allowed' }, 'unauthorized', 'client-token'],
    [403, { error: 'Client-Token F001 2233 not allowed' }, 'unauthorized', 'client-token'],
    [200, { error: 'Client-Token •••• not allowed' }, 'unauthorized', 'client-token'],
    [403, { error: '[IP request] not allowed' }, 'unauthorized', 'ip'],
    [200, { error: '[IP request] not allowed' }, 'unauthorized', 'ip'],
    [403, { error: 'Forbidden' }, 'unauthorized', 'forbidden'],
    [200, { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' }, 'unauthorized', 'token'],
    [404, '', 'unauthorized', 'token'],
    [401, '', 'unauthorized', 'client-token'],
    [400, { error: 'Instance not found' }, 'unauthorized', 'token'],
    [200, { error: 'You need to restore the session.' }, 'unavailable', 'disconnected'],
    [400, { error: 'You are not connected.' }, 'unavailable', 'disconnected'],
    [200, { value: false }, 'rejected', 'refused'],
    [200, { error: 'Message not found', messageId: 'D241' }, 'rejected', 'refused'],
    [400, { error: 'Bad Request', message: 'phone is required' }, 'rejected', 'invalid'],
    [409, '', 'unavailable', 'busy'],
    [423, '', 'unavailable', 'busy'],
    [402, '', 'unauthorized', 'subscription'],
    [400, { error: lapsed }, 'unauthorized', 'subscription'],
    [200, { error: lapsed }, 'unauthorized', 'subscription'],
    [429, '', 'rate-limited', 'limit'],
    [200, {}, 'unknown', 'undocumented'],
    [204, '', 'unknown', 'undocumented'],
    [202, { queued: true }, 'unknown', 'undocumented'],
    [200, { zaapId: 'Z1', messageId: 'M1', error: null }, 'unknown', 'undocumented'],
    [200, { error: { code: 7 } }, 'rejected', 'refused'],
    [200, '{"zaapId":"399998426373', 'unknown', 'unreadable'],
  ])('the answer %s %j to pin-message is %s: %s', (status, body, kind, reason) =>
    expect(read(status, body)).toMatchObject({ kind, reason, status }),
  );

  it.each([
    ['zaapId', { zaapId: 'Z1', messageId: 'M1', id: 'M1' }, 'Z1'],
    ['messageId', { messageId: 'M1', id: 'M1' }, 'M1'],
    ['id', { id: 'I1', value: true }, 'I1'],
  ])('the receipt is %s', (name, body, value) =>
    expect(read(201, body)).toEqual({ kind: 'accepted', receipt: { name, value } }),
  );

  it("a failure has the provider's own text", () =>
    expect(read(400, { error: 'Bad Request', message: 'phone is required' })).toMatchObject({
      detail: 'phone is required',
    }));
});

describe('the credential check', () => {
  const check = zApi.check(credentials);

  it('the credential check requests the status, without a body', () =>
    expect(check.request).toEqual({
      method: 'GET',
      url: `https://api.z-api.io/instances/${credentials.instanceId}/token/${credentials.instanceToken}/status`,
      headers: { 'Client-Token': credentials.clientToken },
    }));

  it.each([
    [
      { connected: true, error: 'You are already connected.', smartphoneConnected: true },
      { kind: 'connected', displayName: null },
    ],
    [
      { connected: true, error: 'You are not connected.' },
      { kind: 'connected', displayName: null },
    ],
    [{ connected: false, error: 'You are already connected.' }, { kind: 'disconnected' }],
    [
      { connected: false, error: 'You need to restore the session.' },
      { kind: 'disconnected', detail: 'You need to restore the session.' },
    ],
    [{ connected: false }, { kind: 'disconnected', detail: null }],
    [{ error: 'null not allowed' }, { kind: 'unauthorized', reason: 'client-token-missing' }],
    [{ error: 'NOT_FOUND' }, { kind: 'unauthorized', reason: 'token' }],
    [{ smartphoneConnected: true }, { kind: 'unknown', reason: 'unreadable' }],
  ])('the credential check reads %j', (body, connection) =>
    expect(check.read(answer(200, body))).toMatchObject(connection),
  );

  it('the credential check does not trust a connection in an answer with a failed status', () =>
    expect(check.read(answer(403, { connected: true }))).toMatchObject({ kind: 'unauthorized' }));
});

describe('whose number it is', () => {
  const identify = zApi.identify?.(credentials);

  it('the number is requested from /device, never from /me, which returns the token', () =>
    expect(identify?.request.url).toMatch(/\/device$/));

  it.each([
    [
      'name and number',
      answer(200, { name: 'Support', phone: '5511999999999' }),
      'Support · +5511999999999',
      '5511999999999',
    ],
    ['a number alone', answer(200, { phone: '5511999999999' }), '+5511999999999', '5511999999999'],
    ['a name alone', answer(200, { name: 'Support', phone: 'unknown' }), 'Support', null],
    ['nothing', answer(200, {}), null, null],
    ['an error page', answer(502, '<html>'), null, null],
    ['the name of an error', answer(500, { name: 'InternalServerError', error: 'x' }), null, null],
  ])('the number of an account is read from %s', (_what, given, displayName, number) =>
    expect(identify?.read(given)).toEqual({ displayName, number }),
  );
});

describe('the headers', () => {
  it('an empty Client-Token is not sent as a header', () => {
    const { clientToken: _, ...without } = credentials;
    expect(zApi.pin(without, to, 7).request.headers).toEqual({ 'Content-Type': 'application/json' });
  });
});

describe('the address', () => {
  it.each([
    ['a queue_id of another provider', makeReference({ form: 'uuid' }), 'id-elsewhere'],
    ['no chat', makeReference(), 'chat-missing'],
    ['a chat that cannot be read', makeReference({ chat: 'Support' }), 'chat-missing'],
    ['a group as Z-API spells it', makeReference({ chat: '120363019502650977-group' }), '120363019502650977-group'],
    [
      'an older group as Z-API spells it',
      makeReference({ chat: '5511999999999-1623281429' }),
      '5511999999999-1623281429',
    ],
    ['a phone with its marks', makeReference({ chat: '+55 (11) 99999-9999' }), '5511999999999'],
  ])('the address of %s is as documented', (_what, reference, expected) => {
    const address = zApi.address(reference);
    expect(typeof address === 'string' ? address : address.chat).toBe(expected);
  });

  it('the address has the bare id, not the whole key', () => {
    const serialized = 'true_5511999999999@c.us_3EB0796DC6B777C0C7CD';
    const reference = makeReference({ chat: '5511999999999@c.us', serialized, form: 'serialized' });
    expect(zApi.address(reference)).toEqual({ messageId: '3EB0796DC6B777C0C7CD', chat: '5511999999999' });
  });
});

describe('mixed-up credentials', () => {
  it.each(['instanceId', 'clientToken'])('the instance token in the field %s is recognized', (name) => {
    const field = zApi.fields.find((each) => each.name === name);
    expect(field?.problem(credentials.instanceToken ?? '', credentials)).toBe('same');
  });
});
