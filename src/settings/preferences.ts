import * as v from 'valibot';
import { announce } from '../platform/changes';
import { storedItem } from '../platform/stored-item';

/** An ISO 3166 code. */
export const countrySchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** What the user has set for all of Pushpin. Of a version that is not ours nothing is read, and nothing is changed. */
const preferencesSchema = v.object({
  version: v.literal(1),
  /** Where phone numbers without a country code are from, where the account's own number does not tell; null: not set. */
  country: v.nullable(countrySchema),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

const item = storedItem('local', 'preferences', preferencesSchema, { version: 1, country: null });

/** Throws `UnreadableItem`. */
export const readPreferences = (): Promise<Preferences> => item.get();

export async function changePreferences(change: Partial<Omit<Preferences, 'version'>>): Promise<void> {
  await item.update((current) => ({ ...current, ...change }));
  announce('settings');
}
