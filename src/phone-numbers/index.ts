import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/**
 * Phone numbers as people write them, read with the numbering plans of libphonenumber. About 30 kB gzip: pages load it
 * when they need it, the worker never does.
 */

/** One way to read a number. */
export interface NumberReading {
  /** E.164: `+5511999999999`. */
  number: string;
  /** With the spaces of its country, for people: `+55 11 99999-9999`. */
  shown: string;
}

/** What a written number means: one number, or a question, with the readings that are possible. */
export type NumberMeaning = { kind: 'certain'; number: string } | { kind: 'question'; readings: NumberReading[] };

/**
 * Where no country is known, a number that is also complete without its country code in one of these is a question.
 * They are the countries where most people who use the providers are.
 */
const likelyCountries: readonly CountryCode[] = ['BR', 'IN', 'MX', 'ES', 'AR', 'CO', 'ID', 'US'];

/**
 * Reads a phone number. With `+` or `00` it is taken as it is. Without, it is certain only where it begins with a
 * country code that fits and is no number of the given countries by itself.
 * @param countries where the number may be from, the likeliest first, as ISO 3166 codes
 */
export function readNumber(written: string, countries: readonly string[]): NumberMeaning {
  const digits = written.replace(/\D/g, '');
  if (/^\s*\+/.test(written)) return { kind: 'certain', number: `+${digits}` };
  if (digits.startsWith('00')) return { kind: 'certain', number: `+${digits.slice(2)}` };

  const known = countries.filter(isCountry);
  const international = parse(`+${digits}`);
  const inside = (known.length > 0 ? known : likelyCountries).flatMap((country) => parse(digits, country) ?? []);
  const others = inside.filter(({ number }) => number !== international?.number);
  if (international && others.length === 0) return { kind: 'certain', number: international.number };

  // Without a known country a guess at one would be as good as any other: only the number as it stands is offered.
  const readings = [...(known.length > 0 ? others : []), ...(international ? [international] : [])];
  const distinct = new Map(readings.map((reading) => [reading.number, reading]));
  return { kind: 'question', readings: [...distinct.values()].map(readingOf) };
}

/** The country of an international number, given as digits with or without `+`; null where that cannot be told. */
export const countryOfNumber = (number: string): string | null =>
  parsePhoneNumberFromString(`+${number.replace(/\D/g, '')}`)?.country ?? null;

/** A number for people: `+55 11 99999-9999`; as it is where it is none. */
export function showNumber(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  return parsed ? readingOf(parsed).shown : number;
}

/** Every country with its calling code, by its name in that language. */
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

/** WhatsApp still writes Mexican mobiles with the `1` that the numbering plan dropped in 2019. */
const oldMexicanMobile = /^\+521\d{10}$/;

function parse(text: string, country?: CountryCode): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed && (parsed.isValid() || oldMexicanMobile.test(parsed.number)) ? parsed : undefined;
}

const readingOf = (parsed: PhoneNumber): NumberReading => ({
  number: parsed.number,
  // The international format of this library drops the dashes that people know their numbers by.
  shown: `+${parsed.countryCallingCode} ${parsed.format('NATIONAL', { nationalPrefix: false }).replace(/[()]/g, '')}`,
});
