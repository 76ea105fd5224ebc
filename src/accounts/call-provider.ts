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
 * Performs one call with an account's credentials, and returns what the call reads from the answer. Without an answer,
 * returns the failure that says why. Some providers repeat a wrong credential in their answer, so the account's secrets
 * are masked in the answer and in what is read from it. Source: docs/providers.md "Across providers".
 * @param onRateReading is called with what the answer says about rate limits
 */
export async function callProvider<T>(
  keys: Keys,
  call: Call<T>,
  onRateReading: (reading: RateReading) => void = () => {},
): Promise<T | Failure> {
  const answer = await send(call.request);
  if (typeof answer === 'object') {
    const redact = createRedact(secretsOf(providerOf(keys.providerId), keys.credentials));
    const clean = redactStrings(answer, redact);
    const reading = readRate(clean);
    if (reading) onRateReading(reading);
    // Masks once more, because reading undoes escapes and joins texts.
    return redactStrings(call.read(clean), redact);
  }
  if (answer === 'characters') return failure('unauthorized', 'characters');
  const isUnknown = answer === 'timeout' || answer === 'connection';
  return isUnknown ? failure('unknown', answer) : failure('unavailable', answer);
}

/** Asks the provider whether the credentials work, and for the name and number of the account. */
export async function checkConnection(keys: Keys): Promise<Connection> {
  const record = providerOf(keys.providerId);
  const connection = await callProvider(keys, record.check(keys.credentials));
  if (connection.kind !== 'connected' || connection.displayName || !record.identify) return connection;
  const identity = await callProvider(keys, record.identify(keys.credentials));
  return 'displayName' in identity ? { kind: 'connected', ...identity } : connection;
}

/** Returns the values that the provider offers for a field; an empty array if it offers none. */
export async function listChoices(keys: Keys): Promise<Choice[] | Failure> {
  const { choices } = providerOf(keys.providerId);
  return choices ? callProvider(keys, choices.list(keys.credentials)) : [];
}
