import * as v from 'valibot';
import { openOptions } from '../platform/action-button';
import { sessionItem } from '../platform/stored-item';
import { providers } from '../providers';
import { type AccountBook, namesOf } from './account';
import { readBook } from './account-store';

/** Credentials that were found in a text in which Pushpin looked for a message. */
const offerSchema = v.object({
  providerId: v.picklist(providers.map(({ id }) => id)),
  credentials: v.record(v.string(), v.string()),
});
export type Offer = v.InferOutput<typeof offerSchema>;

/** An offer on its way to the account form, which names the site. */
const waitingOfferSchema = v.object({
  ...offerSchema.entries,
  /** The site of the page with the text; null for a text that was typed or copied. */
  site: v.nullable(v.string()),
});
export type WaitingOffer = v.InferOutput<typeof waitingOfferSchema>;

/** Kept in memory until the account form takes the offer. */
const item = sessionItem('offer', v.nullable(waitingOfferSchema), null);

/**
 * Returns the credentials that an API address or a curl command in a text holds; `saved` if their account is saved
 * already, null if there are none.
 */
export function offerIn(text: string, { accounts }: AccountBook): Offer | 'saved' | null {
  let saved: 'saved' | null = null;
  const savedNames = new Set(accounts.flatMap(namesOf));
  for (const { id, fields, readPasted } of providers) {
    const credentials = readPasted(text);
    if (!credentials) continue;
    const values = fields.flatMap(({ name }): [string, string][] => {
      const value = credentials[name];
      return value === undefined ? [] : [[name, value]];
    });
    if (!values.some(([, value]) => savedNames.has(value))) {
      return { providerId: id, credentials: Object.fromEntries(values) };
    }
    saved = 'saved';
  }
  return saved;
}

/** Returns whether `offerIn` has found the credentials of an account that is not saved yet. */
export const isNewOffer = (offer: Offer | 'saved' | null): offer is Offer => offer !== null && offer !== 'saved';

/**
 * Opens the account form, filled in with the offer. Throws `NotOpened` if the form cannot be opened, and then drops the
 * offer.
 * @param site the site of the page with the text; null for a text that was typed or copied
 */
export async function putOffer(offer: Offer, site: string | null = null): Promise<void> {
  await item.update(() => ({ ...offer, site }));
  try {
    await openOptions('#offer');
  } catch (error) {
    await item.update(() => null);
    throw error;
  }
}

/** Returns the offer that waits for the account form, and removes it. */
export async function takeOffer(): Promise<WaitingOffer | null> {
  const offer = await item.get();
  await item.update(() => null);
  return offer;
}

/** Opens the account form if a text that the user pasted holds the credentials of an account that is not saved. */
export async function offerAccount(text: string): Promise<void> {
  const offer = offerIn(text, await readBook());
  if (isNewOffer(offer)) await putOffer(offer);
}
