import { EventEmitter } from 'node:events';
import type { ReceivedRequest } from './received.ts';

/** The events of the live page: a request arrived or was answered, the pins changed, the simulator was reset. */
export type Changes = EventEmitter<{ request: [ReceivedRequest]; pins: []; reset: [] }>;

/** Creates the events. Any number of live pages may listen. */
export function createChanges(): Changes {
  const changes: Changes = new EventEmitter();
  changes.setMaxListeners(0);
  return changes;
}
