import type { AccountView } from '../../../../accounts/account';
import { countryOfNumber } from '../../../../phone-numbers';

/**
 * Where numbers without a country code may be from, as ISO 3166 codes: the country that was chosen for them, then those
 * of the accounts' own numbers, then the one that is set for all. None: it has to be asked.
 */
export function numberCountries(
  accounts: readonly Pick<AccountView, 'number'>[],
  chosen: string | null,
  preferred: string | null,
): string[] {
  const own = accounts.map(({ number }) => (number === null ? null : countryOfNumber(number)));
  return [...new Set([chosen, ...own, preferred].filter((country) => country !== null))];
}
