import { worker } from '../../../../ui/worker';

/**
 * Returns the country from the settings for numbers without a country code, as an ISO 3166 code; null if none is set.
 */
export async function preferredCountry(): Promise<string | null> {
  const reply = await worker('preferences', {});
  return reply.ok ? reply.answer.country : null;
}
