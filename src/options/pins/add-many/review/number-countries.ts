import type { AccountView } from '../../../../accounts/account';
import { countryOfNumber } from '../../../../phone-numbers';

/**
 * Returns the countries where a number without a country code may be from, as ISO 3166 codes: the one chosen for these
 * numbers, those of the accounts' own numbers, then the one from the settings. Empty where the country has to be asked.
 */
export function numberCountries(
  accounts: readonly Pick<AccountView, 'number'>[],
  chosen: string | null,
  preferred: string | null,
): string[] {
  const ownCountries = accounts.map(({ number }) => (number === null ? null : countryOfNumber(number)));
  return [...new Set([chosen, ...ownCountries, preferred].filter((country) => country !== null))];
}
