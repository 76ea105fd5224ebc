import type { Intents } from '../background/intents';
import { ask, type Input } from '../platform/ask';

/** Sends an intent to the worker; only its types come into the page. */
export const worker = <Name extends keyof Intents & string>(name: Name, input: Input<Intents[Name]>) =>
  ask<Intents, Name>(name, input);
