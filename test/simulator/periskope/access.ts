import { type PeriskopePhone, periskopeApiKey, periskopePhones } from '../demo-accounts.ts';
import { type ProviderCall, refuse, type Verdict, violate } from '../provider.ts';
import { phoneError, unauthorized } from './answers.ts';

/** Refuses a call without the right `Authorization: Bearer {key}` [DOC]; null if it is right. The 401 is [INF]. */
export function refuseKey({ headers: { authorization } }: ProviderCall): Verdict | null {
  const key = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (key === undefined) return violate('no "Authorization: Bearer {API key}"', unauthorized);
  return key === periskopeApiKey ? null : refuse(unauthorized);
}

/** Finds the phone of the `x-phone` header, by its number or its phone id. */
export const phoneNamed = ({ headers }: ProviderCall): PeriskopePhone | undefined =>
  periskopePhones.find(({ number, phoneId }) => headers['x-phone'] === number || headers['x-phone'] === phoneId);

/**
 * Returns the phone to act with. A header that is missing or not spelt as documented is a violation; the 422 to it is [DOC Get phone].
 * An unknown phone is the user's mistake: that it gets the same 422 is [INF].
 */
export function admitPhone(call: ProviderCall): PeriskopePhone | Verdict {
  const named = call.headers['x-phone'];
  if (named === undefined) return violate('no x-phone', phoneError('Missing Header: {x-phone}'));
  if (!/^(\d{8,15}|phone-[a-z0-9]{12,16})$/.test(String(named))) {
    return violate('x-phone: neither a number nor a phone id', phoneError('Invalid Header: {x-phone}'));
  }
  return phoneNamed(call) ?? refuse(phoneError('Invalid Header: {x-phone}'));
}
