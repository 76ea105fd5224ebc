import { type NumberMeaning, readNumber } from '../../../../phone-numbers';
import { addManyLimits } from '../reading/row';

/**
 * Reads a number as a number of its account's countries or, if it is not valid there, of the countries of all accounts.
 */
export function readNumberOfRow(
  chat: string,
  ownCountries: readonly string[],
  allCountries: readonly string[],
): NumberMeaning {
  const number = readNumberCached(chat, ownCountries);
  const isUnread = number.kind === 'question' && number.readings.length === 0;
  return isUnread ? readNumberCached(chat, allCountries) : number;
}

/** Numbers that were read before. Rows are planned again with every edit, and reading numbers is the slowest part. */
const cachedNumbers = new Map<string, NumberMeaning>();

function readNumberCached(chat: string, countries: readonly string[]): NumberMeaning {
  const key = `${countries.join()} ${chat}`;
  const meaning = cachedNumbers.get(key) ?? readNumber(chat, countries);
  if (cachedNumbers.size > 2 * addManyLimits.rows) cachedNumbers.clear();
  cachedNumbers.set(key, meaning);
  return meaning;
}
