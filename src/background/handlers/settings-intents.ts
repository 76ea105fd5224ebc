import * as v from 'valibot';
import { intent } from '../../platform/handle-messages';
import { changePreferences, countrySchema, type Preferences, readPreferences } from '../../settings/preferences';

/** The intents about the settings. */
export const settingsIntents = {
  preferences: intent(v.object({}), (): Promise<Preferences> => readPreferences()),

  'set country': intent(v.object({ country: v.nullable(countrySchema) }), (change) => changePreferences(change)),
};
