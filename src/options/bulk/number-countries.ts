import type { AccountView } from '../../accounts/account';
import { countryOfNumber } from '../../phone-numbers';

/**
 * Where numbers without a country code may be from, as ISO 3166 codes: the country that was chosen, then those of the
 * accounts' own numbers. None: it has to be asked.
 */
export function numberCountries(accounts: readonly AccountView[], chosen: string | null): string[] {
  const own = accounts.flatMap(({ names }) => names.filter(isNumber).flatMap((name) => countryOfNumber(name) ?? []));
  return [...new Set([...(chosen === null ? [] : [chosen]), ...own])];
}

/** Accounts are also named by instance ids, which have digits too. */
const isNumber = (name: string): boolean => /^\d{8,15}$/.test(name);
