import * as v from 'valibot';
import { announce } from '../platform/changes';
import { storedItem } from '../platform/stored-item';

/** An ISO 3166 code of two letters. */
export const countrySchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** The settings that apply to all accounts. */
const preferencesSchema = v.object({
  /** The country of phone numbers without a country code, unless the account's own number shows it; null if not set. */
  country: v.nullable(countrySchema),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

const item = storedItem('preferences', { schema: preferencesSchema, initial: { country: null }, migrations: [] });

/** Returns the settings. Throws `UnreadableItem` or `NewerItem`. */
export const readPreferences = (): Promise<Preferences> => item.get();

/** Stores the given settings and leaves the others as they are. Throws `UnreadableItem` or `NewerItem`. */
export async function changePreferences(changes: Partial<Preferences>): Promise<void> {
  await item.update((current) => ({ ...current, ...changes }));
  announce('settings');
}
