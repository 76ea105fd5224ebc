import { offerIntents } from '../offer-account';
import { healthIntents } from './account-health';
import { accountIntents } from './account-intents';
import { chatIntents } from './chat-intents';
import { pageIntents } from './page-intents';
import { pinIntents } from './pin-intents';
import { runIntents } from './run-intents';
import { settingsIntents } from './settings-intents';

/** Everything that a page may ask of the worker: one table. */
export const intents = {
  ...accountIntents,
  ...chatIntents,
  ...healthIntents,
  ...offerIntents,
  ...pageIntents,
  ...pinIntents,
  ...runIntents,
  ...settingsIntents,
};

export type Intents = typeof intents;
