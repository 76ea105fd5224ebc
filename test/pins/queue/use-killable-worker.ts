import { beforeEach } from 'vitest';
import type { Wish } from '../../../src/pins/queue/request.ts';
import type { PinsDisk } from '../../../src/pins/queue/stores.ts';
import type { Outcome } from '../../../src/providers/index.ts';
import {
  createMachine,
  emptyDisk,
  type KillableWorker,
  type Machine,
  settled,
  startWorker,
} from './killable-worker.ts';

/** A worker that can be replaced by a new one, as Chrome does. */
export interface RestartableWorker extends Omit<KillableWorker, 'die' | 'isDead'> {
  /** Ends the worker and starts another one on the same machine. */
  restart(random?: () => number): void;
}

/**
 * Gives each test of a file an empty machine and a worker on it.
 * @param createDisk creates the disk of the machine; by default all machines share IndexedDB, which is emptied
 */
export function useKillableWorker(createDisk?: () => PinsDisk) {
  const machine: Machine = createMachine();
  let current = startWorker(machine);
  const worker: RestartableWorker = {
    get queue() {
      return current.queue;
    },
    get requestQueries() {
      return current.requestQueries;
    },
    restart(random) {
      current.die();
      current = startWorker(machine, random);
    },
  };

  beforeEach(async () => {
    current.die();
    await settled();
    Object.assign(machine, createMachine());
    if (createDisk) machine.disk = createDisk();
    else await emptyDisk(machine);
    current = startWorker(machine);
  });

  return {
    machine,
    worker,
    /** Asks for wishes, and lets the worker do all that it can. Returns the ids of their requests. */
    async enqueue(wishes: readonly Wish[], run?: string): Promise<string[]> {
      const ids = await worker.queue.enqueue(wishes, run);
      await settled();
      return ids;
    },
    /** Answers a call that is under way, and lets the worker do all that it can. */
    async answer(outcome: Outcome, index = 0): Promise<void> {
      machine.calls[index]?.answer(outcome);
      await settled();
    },
    /** Lets time pass until the alarm rings, and lets the worker do all that it can. */
    async ring(): Promise<void> {
      machine.now = Math.max(machine.now, machine.alarm ?? 0);
      await worker.queue.wake();
      await settled();
    },
  };
}
