import { language } from './t';

/** Returns the name of a country, in the language of the texts. @param country an ISO 3166 code */
export const countryName = (country: string): string =>
  new Intl.DisplayNames(language(), { type: 'region' }).of(country) ?? country;
