import type { AccountView } from '../../../../accounts/account';
import { countryOfNumber } from '../../../../phone-numbers';

/**
 * Returns the countries that a number without a country code may be from, as ISO 3166 codes: the country that was
 * chosen for such numbers, the countries of the accounts' own numbers, and the country from the settings. Empty if the
 * user has to be asked for the country.
 */
export function numberCountries(
  accounts: readonly Pick<AccountView, 'number'>[],
  chosen: string | null,
  preferred: string | null,
): string[] {
  const ownCountries = accounts.map(({ number }) => (number === null ? null : countryOfNumber(number)));
  return [...new Set([chosen, ...ownCountries, preferred].filter((country) => country !== null))];
}
