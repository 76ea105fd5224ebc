import { EventEmitter } from 'node:events';
import type { ReceivedRequest } from './received.ts';

/** What the live page is told: a request that arrived or was answered, other pins, everything forgotten. */
export type Changes = EventEmitter<{ request: [ReceivedRequest]; pins: []; reset: [] }>;

/** Any number of live pages may listen. */
export function createChanges(): Changes {
  const changes: Changes = new EventEmitter();
  changes.setMaxListeners(0);
  return changes;
}
