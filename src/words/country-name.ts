import { language } from './t';

/** A country by its ISO 3166 code, in the language of the words. */
export const countryName = (country: string): string =>
  new Intl.DisplayNames(language(), { type: 'region' }).of(country) ?? country;
