/** The country that is set for phone numbers without a country code, as an ISO 3166 code; null: none is set. */
export const preferredCountry = async (): Promise<string | null> => null;
