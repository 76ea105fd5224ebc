import { worker } from '../../../../ui/worker';

/** The country that is set for phone numbers without a country code, as an ISO 3166 code; null: none is set. */
export async function preferredCountry(): Promise<string | null> {
  const reply = await worker('preferences', {});
  return reply.ok ? reply.answer.country : null;
}
