import { send } from '../platform/http';
import {
  type Call,
  type Choice,
  type Connection,
  type Failure,
  failure,
  providerOf,
  type RateReading,
  readRate,
} from '../providers';
import { type Account, secretsOf } from './account';
import { createRedact, redactStrings } from './redact';

type Keys = Pick<Account, 'providerId' | 'credentials'>;

/**
 * Performs one call with an account's keys. A call without an answer ends as the failure that it is. Some providers
 * repeat a wrong credential in their answer: the account's secrets are masked before it is read, and in what it says.
 * Source: docs/providers.md "Across providers".
 * @param heard is told what the answer says of limits
 */
export async function callProvider<T>(
  keys: Keys,
  call: Call<T>,
  heard: (reading: RateReading) => void = () => {},
): Promise<T | Failure> {
  const answer = await send(call.request);
  if (typeof answer === 'object') {
    const redact = createRedact(secretsOf(providerOf(keys.providerId), keys.credentials));
    const clean = redactStrings(answer, redact);
    const reading = readRate(clean);
    if (reading) heard(reading);
    // Once more, as the reader undoes escapes and puts texts together.
    return redactStrings(call.read(clean), redact);
  }
  if (answer === 'characters') return failure('unauthorized', 'characters');
  const isUnknown = answer === 'timeout' || answer === 'connection';
  return isUnknown ? failure('unknown', answer) : failure('unavailable', answer);
}

/** Asks the provider whether the keys work, and as whom. */
export async function checkConnection(keys: Keys): Promise<Connection> {
  const record = providerOf(keys.providerId);
  const connection = await callProvider(keys, record.check(keys.credentials));
  if (connection.kind !== 'connected' || connection.displayName || !record.identify) return connection;
  const identity = await callProvider(keys, record.identify(keys.credentials));
  return 'displayName' in identity ? { kind: 'connected', ...identity } : connection;
}

/** Asks the provider for the values that it offers for a field; an empty array if it offers none. */
export async function listChoices(keys: Keys): Promise<Choice[] | Failure> {
  const { choices } = providerOf(keys.providerId);
  return choices ? callProvider(keys, choices.list(keys.credentials)) : [];
}
