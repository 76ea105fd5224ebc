import { createOutbox, type Outbox } from '../../src/pins/outbox.ts';
import type { PinRequest } from '../../src/pins/pin-request.ts';
import type { Table } from '../../src/platform/table.ts';
import type { Outcome } from '../../src/providers/index.ts';
import { createLocks } from '../fake-locks.ts';
import { createMemoryTable } from './memory-table.ts';

export const accepted: Outcome = { kind: 'accepted', receipt: { name: 'messageId', value: 'EVENT' } };

/** A call that is at the provider until the test answers it. */
interface OpenCall {
  request: PinRequest;
  answer(outcome: Outcome): void;
}

/** A service worker with its outbox: what is on disk outlives it, its calls and its locks do not. */
export interface FakeWorker {
  outbox: Outbox;
  table: Table<PinRequest>;
  calls: OpenCall[];
  clock: { ms: number };
  /** How often something changed on disk. */
  changes(): number;
}

/** @param table what an earlier worker left; without one the disk is empty */
export function startWorker(table: Table<PinRequest> = createMemoryTable()): FakeWorker {
  const calls: OpenCall[] = [];
  const clock = { ms: 1_000 };
  const locks = createLocks();
  let changes = 0;
  const outbox = createOutbox({
    table,
    perform: (request) => new Promise((answer) => calls.push({ request, answer })),
    alone: locks.request,
    now: () => clock.ms,
    newId: nextId,
    changed: () => {
      changes += 1;
    },
  });
  return { outbox, table, calls, clock, changes: () => changes };
}

let made = 0;

/** Ids without an order, like UUIDs: each sorts before the one made earlier. */
const nextId = (): string => {
  made += 1;
  return `request-${String(100_000 - made)}`;
};

/** Lets everything happen that waits for nothing but promises. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
