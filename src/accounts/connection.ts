import { send } from '../platform/http';
import {
  type Call,
  type Choice,
  type Connection,
  type Failure,
  failure,
  provider,
  type RateReading,
  readRate,
} from '../providers';
import { type Account, secretsOf } from './account';

type Keys = Pick<Account, 'provider' | 'credentials'>;

/**
 * Performs one call with an account's keys. A call without an answer ends as the failure that it is.
 * @param heard is told what the answer says of limits
 */
export async function perform<T>(
  keys: Keys,
  call: Call<T>,
  heard: (reading: RateReading) => void = () => {},
): Promise<T | Failure> {
  const answer = await send(call.request, secretsOf(provider(keys.provider), keys.credentials));
  if (typeof answer === 'object') {
    const reading = readRate(answer);
    if (reading) heard(reading);
    return call.read(answer);
  }
  const isUnknown = answer === 'timeout' || answer === 'connection';
  return isUnknown ? failure('unknown', answer) : failure('unavailable', answer);
}

/** Asks the provider whether the keys work, and as whom. */
export async function checkConnection(keys: Keys): Promise<Connection> {
  const record = provider(keys.provider);
  const connection = await perform(keys, record.check(keys.credentials));
  if (connection.kind !== 'connected' || connection.as || !record.identify) return connection;
  const identity = await perform(keys, record.identify(keys.credentials));
  return 'as' in identity ? { kind: 'connected', ...identity } : connection;
}

/** The values that the provider offers for a field (Periskope: its phones). */
export async function listChoices(keys: Keys): Promise<Choice[] | Failure> {
  const { choices } = provider(keys.provider);
  return choices ? perform(keys, choices.list(keys.credentials)) : [];
}
