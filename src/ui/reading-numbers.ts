/** A phone number without a country code, with the sources of its country. */
export interface NumberToRead {
  /** The number as the user wrote it. */
  written: string;
  /** The connected number of the account that the request goes through, as digits. */
  number: string | null;
  /** The country set in the settings, as an ISO 3166-1 code. */
  country: string | null;
}

/** An answer to the question which country some numbers are from. */
export interface NumberAnswer {
  /** The first number in international form, spaced as usual in its country. */
  formatted: string;
  country: string | null;
  /** International numbers by the number as written. */
  numbers: Record<string, string>;
}

/** Loads the numbering plans of all countries (30 kB), which are needed only once a number is entered. */
const load = () => import('../phone-numbers');

/** The country of the account's own number has precedence over the one in the settings. */
function countriesOf({ number, country }: NumberToRead, countryOfNumber: (number: string) => string | null): string[] {
  const ownCountry = number === null ? null : countryOfNumber(number);
  return [ownCountry ?? country].filter((code) => code !== null);
}

/**
 * Reads the numbers whose country is certain. Returns international numbers by the number as written. A number that is
 * used with two accounts and means something else for each is left out.
 */
export async function readCertain(numbers: readonly NumberToRead[]): Promise<Record<string, string>> {
  if (numbers.length === 0) return {};
  const { readNumber, countryOfNumber } = await load();
  const readings = new Map<string, string | null>();
  for (const each of numbers) {
    const meaning = readNumber(each.written, countriesOf(each, countryOfNumber));
    const number = meaning.kind === 'certain' ? meaning.number : null;
    const isSame = !readings.has(each.written) || readings.get(each.written) === number;
    readings.set(each.written, isSame ? number : null);
  }
  return Object.fromEntries([...readings].flatMap(([written, number]) => (number === null ? [] : [[written, number]])));
}

/** Reads numbers with the numbering plans, once these are loaded. */
export interface NumberReader {
  /** Returns the probable answers, the most probable first; none if no country is known. */
  answers(numbers: readonly NumberToRead[]): NumberAnswer[];
  /** Returns the numbers as numbers of that country, or null if none of them is valid there. */
  answerOf(numbers: readonly NumberToRead[], country: string): NumberAnswer | null;
  countries(language: string): { country: string; name: string; callingCode: string }[];
}

export async function loadNumberReader(): Promise<NumberReader> {
  const { readNumber, countryOfNumber, listCountries } = await load();

  function answerOf(numbers: readonly NumberToRead[], country: string): NumberAnswer | null {
    const callingCode = listCountries('en').find((each) => each.country === country)?.callingCode;
    const valid = numbers.flatMap(({ written }) => {
      const meaning = readNumber(written, [country]);
      const readings = meaning.kind === 'question' ? meaning.readings : [];
      const reading = readings.find(({ number }) => callingCode !== undefined && number.startsWith(callingCode));
      return reading ? [{ written, ...reading }] : [];
    });
    const [first] = valid;
    if (!first) return null;
    return {
      formatted: first.formatted,
      country,
      numbers: Object.fromEntries(valid.map(({ written, number }) => [written, number])),
    };
  }

  function answers(numbers: readonly NumberToRead[]): NumberAnswer[] {
    const [first, ...others] = numbers;
    if (first && others.length === 0) {
      const meaning = readNumber(first.written, countriesOf(first, countryOfNumber));
      const readings = meaning.kind === 'question' ? meaning.readings : [];
      return readings.map(({ number, formatted }) => ({
        formatted,
        country: null,
        numbers: { [first.written]: number },
      }));
    }
    const countries = new Set(numbers.flatMap((each) => countriesOf(each, countryOfNumber)));
    return [...countries].flatMap((country) => {
      const ofCountry = numbers.filter((each) => countriesOf(each, countryOfNumber).includes(country));
      return answerOf(ofCountry, country) ?? [];
    });
  }

  return { answers, answerOf, countries: listCountries };
}
