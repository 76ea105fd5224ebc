/** A phone number without a country code, and what may tell its country. */
export interface NumberToRead {
  written: string;
  /** The connected number of the account that it is for, as digits. */
  number: string | null;
  /** The country that is set for all. */
  country: string | null;
}

/** One answer to the question from where some numbers are: a number for each of these. */
export interface NumberAnswer {
  /** One number as it would be, with the spaces of its country. */
  shown: string;
  country: string | null;
  /** International numbers by what was written. */
  numbers: Record<string, string>;
}

/** Numbers are read with the plans of all countries: 30 kB that are loaded when the first one is typed. */
const load = () => import('../phone-numbers');

/** The country of the account's own number goes before the one that is set. */
function countriesOf({ number, country }: NumberToRead, countryOfNumber: (number: string) => string | null): string[] {
  const own = number === null ? null : countryOfNumber(number);
  return [own ?? country].filter((code) => code !== null);
}

/**
 * What those numbers are of which there is no question, by what was written. One that is written for two accounts, and is
 * not the same in both their countries, is a question.
 */
export async function readCertain(numbers: readonly NumberToRead[]): Promise<Record<string, string>> {
  if (numbers.length === 0) return {};
  const { readNumber, countryOfNumber } = await load();
  const found = new Map<string, string | null>();
  for (const each of numbers) {
    const meaning = readNumber(each.written, countriesOf(each, countryOfNumber));
    const number = meaning.kind === 'certain' ? meaning.number : null;
    const isSame = !found.has(each.written) || found.get(each.written) === number;
    found.set(each.written, isSame ? number : null);
  }
  return Object.fromEntries([...found].flatMap(([written, number]) => (number === null ? [] : [[written, number]])));
}

/** What can be read and asked, once the plans are loaded. */
export interface NumberReader {
  /** The likely answers, the likeliest first; none where no country is known. */
  answers(numbers: readonly NumberToRead[]): NumberAnswer[];
  /** What they are if they are of that country; null where none of them is a number there. */
  answerOf(numbers: readonly NumberToRead[], country: string): NumberAnswer | null;
  countries(language: string): { country: string; name: string; callingCode: string }[];
}

export async function openNumberReader(): Promise<NumberReader> {
  const { readNumber, countryOfNumber, listCountries } = await load();

  function answerOf(numbers: readonly NumberToRead[], country: string): NumberAnswer | null {
    const code = listCountries('en').find((each) => each.country === country)?.callingCode;
    const read = numbers.flatMap(({ written }) => {
      const meaning = readNumber(written, [country]);
      const readings = meaning.kind === 'question' ? meaning.readings : [];
      const reading = readings.find(({ number }) => code !== undefined && number.startsWith(code));
      return reading ? [{ written, ...reading }] : [];
    });
    const [first] = read;
    if (!first) return null;
    return {
      shown: first.shown,
      country,
      numbers: Object.fromEntries(read.map(({ written, number }) => [written, number])),
    };
  }

  function answers(numbers: readonly NumberToRead[]): NumberAnswer[] {
    const [first, ...others] = numbers;
    if (first && others.length === 0) {
      const meaning = readNumber(first.written, countriesOf(first, countryOfNumber));
      const readings = meaning.kind === 'question' ? meaning.readings : [];
      return readings.map(({ number, shown }) => ({ shown, country: null, numbers: { [first.written]: number } }));
    }
    const countries = new Set(numbers.flatMap((each) => countriesOf(each, countryOfNumber)));
    return [...countries].flatMap((country) => {
      const ofCountry = numbers.filter((each) => countriesOf(each, countryOfNumber).includes(country));
      return answerOf(ofCountry, country) ?? [];
    });
  }

  return { answers, answerOf, countries: listCountries };
}
