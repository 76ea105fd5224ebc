import type { Intents } from '../background/handlers/index';
import { ask, type Input } from '../platform/send-message';

/** Sends an intent to the worker; only its types come into the page. */
export const worker = <Name extends keyof Intents & string>(name: Name, input: Input<Intents[Name]>) =>
  ask<Intents, Name>(name, input);
