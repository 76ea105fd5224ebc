import type { Intents } from '../background/handlers/index';
import { ask, type Input } from '../platform/send-message';

/** Sends an intent to the service worker. Only the types of the worker are imported, so no page contains its code. */
export const worker = <Name extends keyof Intents & string>(name: Name, input: Input<Intents[Name]>) =>
  ask<Intents, Name>(name, input);
