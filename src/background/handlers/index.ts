import { healthIntents } from './account-health';
import { accountIntents } from './account-intents';
import { chatIntents } from './chat-intents';
import { pageIntents } from './page-intents';
import { pinIntents } from './pin-intents';
import { runIntents } from './run-intents';
import { settingsIntents } from './settings-intents';

/** Everything that a page may ask of the worker, in one table. */
export const intents = {
  ...accountIntents,
  ...chatIntents,
  ...healthIntents,
  ...pageIntents,
  ...pinIntents,
  ...runIntents,
  ...settingsIntents,
};

export type Intents = typeof intents;
