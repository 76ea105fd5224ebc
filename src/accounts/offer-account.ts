import * as v from 'valibot';
import { openOptions } from '../platform/action-button';
import { intent } from '../platform/handle-messages';
import { storedItem } from '../platform/stored-item';
import { providers } from '../providers';
import { type AccountBook, namesOf } from './account';
import { readBook } from './account-store';

/** Credentials that were found where a message was looked for. */
const offerSchema = v.object({
  providerId: v.picklist(providers.map(({ id }) => id)),
  credentials: v.record(v.string(), v.string()),
});
export type Offer = v.InferOutput<typeof offerSchema>;

/** An offer on its way to the account form, which says where the text stood. */
const waitingSchema = v.object({
  ...offerSchema.entries,
  /** The site of the page; null for what was typed or copied. */
  site: v.nullable(v.string()),
});
export type WaitingOffer = v.InferOutput<typeof waitingSchema>;

/** Kept in memory until the account form takes it. */
const item = storedItem('session', 'offer', v.nullable(waitingSchema), null);

/** What an API address or a curl command in a text would make an account of, whether that is saved already; null where there is none. */
export function offerIn(text: string, { accounts }: AccountBook): Offer | 'known' | null {
  let known: 'known' | null = null;
  const names = new Set(accounts.flatMap(namesOf));
  for (const { id, fields, readPasted } of providers) {
    const credentials = readPasted(text);
    if (!credentials) continue;
    const values = fields.flatMap(({ name }): [string, string][] => {
      const value = credentials[name];
      return value === undefined ? [] : [[name, value]];
    });
    if (!values.some(([, value]) => names.has(value)))
      return { providerId: id, credentials: Object.fromEntries(values) };
    known = 'known';
  }
  return known;
}

/** Opens the account form filled in with the offer. @param site where the text stood; null for what was typed or copied */
export async function putOffer(offer: Offer, site: string | null = null): Promise<void> {
  await item.update(() => ({ ...offer, site }));
  try {
    await openOptions('#offer');
  } catch (error) {
    // Nobody will take it.
    await item.update(() => null);
    throw error;
  }
}

export const offerIntents = {
  /** Gives the offer to the account form, once. */
  'take offer': intent(v.object({}), async (): Promise<WaitingOffer | null> => {
    const offer = await item.get();
    await item.update(() => null);
    return offer;
  }),

  /** Makes an offer of a text that the user pasted into the popup, where there is one. */
  'offer account': intent(v.object({ text: v.string() }), async ({ text }): Promise<void> => {
    const offer = offerIn(text, await readBook());
    if (offer && offer !== 'known') await putOffer(offer);
  }),
};
