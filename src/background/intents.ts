import { accountIntents } from './account-intents';
import { pinIntents } from './pin-intents';

/** Everything that a page may ask of the worker: one table. */
export const intents = { ...accountIntents, ...pinIntents };

export type Intents = typeof intents;
