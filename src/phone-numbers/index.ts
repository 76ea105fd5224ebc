import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/**
 * Reads phone numbers as people write them, with the numbering plans of libphonenumber. The library has about 30 kB (gzip), so
 * pages load this module when they need it, and the worker never does.
 */

/** One possible reading of a number. */
export interface NumberReading {
  /** E.164: `+5511999999999`. */
  number: string;
  /** The number as people of its country write it: `+55 11 99999-9999`. */
  formatted: string;
}

/** The meaning of a written number: one number, or a question with the possible readings. */
export type NumberMeaning = { kind: 'certain'; number: string } | { kind: 'question'; readings: NumberReading[] };

/**
 * If no country is known, a number that is complete without a country code in one of these countries is a question. They
 * are the countries with the most users of the providers.
 */
const likelyCountries: readonly CountryCode[] = ['BR', 'IN', 'MX', 'ES', 'AR', 'CO', 'ID', 'US'];

/**
 * Reads a phone number. A number with `+` or `00` is used as it is. Any other number is certain only if it begins with a
 * valid country code and is not a number of the given countries by itself.
 * @param countries the countries that the number may be from, as ISO 3166 codes, the likeliest first
 */
export function readNumber(written: string, countries: readonly string[]): NumberMeaning {
  const digits = written.replace(/\D/g, '');
  if (/^\s*\+/.test(written)) return { kind: 'certain', number: `+${digits}` };
  if (digits.startsWith('00')) return { kind: 'certain', number: `+${digits.slice(2)}` };

  const knownCountries = countries.filter(isCountry);
  const international = parse(`+${digits}`);
  const national = (knownCountries.length > 0 ? knownCountries : likelyCountries).flatMap(
    (country) => parse(digits, country) ?? [],
  );
  const others = national.filter(({ number }) => number !== international?.number);
  if (international && others.length === 0) return { kind: 'certain', number: international.number };

  // If no country is known, no country is suggested: only the number as it is written is offered.
  const readings = [...(knownCountries.length > 0 ? others : []), ...(international ? [international] : [])];
  const distinct = new Map(readings.map((reading) => [reading.number, reading]));
  return { kind: 'question', readings: [...distinct.values()].map(readingOf) };
}

/** Returns the ISO 3166 code of the country of an international number, with or without `+`; null if it is unknown. */
export const countryOfNumber = (number: string): string | null =>
  parsePhoneNumberFromString(`+${number.replace(/\D/g, '')}`)?.country ?? null;

/** Formats a number for people: `+55 11 99999-9999`. A text that is not a number is returned unchanged. */
export function showNumber(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  return parsed ? readingOf(parsed).formatted : number;
}

/** Lists all countries with their calling codes, sorted by their names in the given language. */
export function listCountries(language: string): { country: string; name: string; callingCode: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return getCountries()
    .map((country) => ({
      country,
      name: names.of(country) ?? country,
      callingCode: `+${getCountryCallingCode(country)}`,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

const isCountry = (code: string): code is CountryCode => (getCountries() as readonly string[]).includes(code);

/** WhatsApp still writes Mexican mobile numbers with the `1` that the numbering plan dropped in 2019. */
const oldMexicanMobile = /^\+521\d{10}$/;

function parse(text: string, country?: CountryCode): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed && (parsed.isValid() || oldMexicanMobile.test(parsed.number)) ? parsed : undefined;
}

const readingOf = (parsed: PhoneNumber): NumberReading => ({
  number: parsed.number,
  // The library's international format omits the dashes that people recognize their numbers by.
  formatted: `+${parsed.countryCallingCode} ${parsed.format('NATIONAL', { nationalPrefix: false }).replace(/[()]/g, '')}`,
});
