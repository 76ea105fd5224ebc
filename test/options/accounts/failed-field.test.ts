import { expect, it } from 'vitest';
import { failedField } from '../../../src/options/accounts/failed-field.ts';
import { failure, providerOf } from '../../../src/providers/index.ts';

it.each([
  ['z-api', 'token', 'instanceToken'],
  ['z-api', 'client-token', 'clientToken'],
  ['z-api', 'client-token-missing', 'clientToken'],
  ['z-api', 'ip', null],
  ['z-api', 'subscription', null],
  ['periskope', 'api-key', 'apiKey'],
  ['periskope', 'phone', 'phone'],
] as const)('the field of %s that is marked after a refusal because of %s is %s', (providerId, reason, field) =>
  expect(failedField(providerOf(providerId), failure('unauthorized', reason))).toBe(field),
);

it('no field is marked where there was no refusal', () => {
  expect(failedField(providerOf('z-api'), null)).toBeNull();
  expect(failedField(providerOf('z-api'), failure('unavailable', 'server'))).toBeNull();
});
