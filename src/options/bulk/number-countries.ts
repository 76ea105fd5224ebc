import type { AccountView } from '../../accounts/account';
import { countryOfNumber } from '../../phone-numbers';

/**
 * Where numbers without a country code may be from, as ISO 3166 codes: the country that was chosen for them, then those
 * of the accounts' own numbers, then the one that is set for all. None: it has to be asked.
 */
export function numberCountries(
  accounts: readonly Pick<AccountView, 'names'>[],
  chosen: string | null,
  preferred: string | null,
): string[] {
  const own = accounts.flatMap(({ names }) => names.filter(isNumber).map(countryOfNumber));
  return [...new Set([chosen, ...own, preferred].filter((country) => country !== null))];
}

/** Accounts are also named by instance ids, which have digits too. */
const isNumber = (name: string): boolean => /^\d{8,15}$/.test(name);
