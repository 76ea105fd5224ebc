import { createQueue, type Queue } from '../../../src/pins/queue/queue.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { createRequestQueries, type RequestQueries } from '../../../src/pins/queue/request-queries.ts';
import { type PinsDisk, type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { disk } from '../../../src/platform/database.ts';
import type { Outcome, RateReading } from '../../../src/providers/index.ts';

export const accepted: Outcome = { kind: 'accepted', receipt: { name: 'messageId', value: 'EVENT' } };

/** A call that is at the provider until the test answers it. */
export interface OpenCall {
  request: PinRequest;
  answer(outcome: Outcome, ...readings: RateReading[]): void;
}

/** What outlives a worker: the disk, the clock, the alarm, the network and what is at the provider. */
export interface Machine {
  disk: PinsDisk;
  now: number;
  alarm: number | null;
  online: boolean;
  calls: OpenCall[];
  /** Called before and after everything that a worker does to the world; it may end the worker. */
  step: () => void;
}

export const createMachine = (): Machine => ({
  disk: disk<StoredRows>(storeGuards),
  now: 1_000,
  alarm: null,
  online: true,
  calls: [],
  step: () => {},
});

/** A service worker with its queue: what is on disk outlives it, its calls do not. */
export interface KillableWorker {
  queue: Queue;
  requestQueries: RequestQueries;
  /** How often something changed on disk. */
  changes(): number;
  /** From here on nothing that it does has any effect, and nothing that it waits for comes. */
  die(): void;
  isDead(): boolean;
}

const never = <T>(): Promise<T> => new Promise(() => {});

export function startWorker(machine: Machine, random: () => number = () => 0.5): KillableWorker {
  let dead = false;
  let changes = 0;

  /** Does one thing to the world, unless the worker is dead before it; who asked hears of it only if it lives after it. */
  async function act<T>(work: () => Promise<T>): Promise<T> {
    if (!dead) machine.step();
    if (dead) return never();
    open += 1;
    try {
      const result = await work();
      if (!dead) machine.step();
      return dead ? never() : result;
    } finally {
      open -= 1;
    }
  }

  const mortal: PinsDisk = {
    read: (work) => act(() => machine.disk.read(work)),
    write: (work) => act(() => machine.disk.write(work)),
    writeRelaxed: (work) => act(() => machine.disk.writeRelaxed(work)),
  };

  const queue = createQueue({
    disk: mortal,
    perform(request, heard) {
      if (!dead) machine.step();
      return new Promise((resolve) => {
        if (dead) return;
        const call: OpenCall = {
          request,
          answer(outcome, ...readings) {
            machine.calls.splice(machine.calls.indexOf(call), 1);
            if (dead) return;
            for (const reading of readings) heard(reading);
            resolve(outcome);
          },
        };
        machine.calls.push(call);
      });
    },
    isOnline: () => machine.online,
    now: () => machine.now,
    random,
    newId: nextId,
    wakeAt(at) {
      if (!dead) machine.alarm = at;
    },
    changed: () => {
      changes += 1;
    },
  });
  return {
    queue,
    requestQueries: createRequestQueries(
      machine.disk,
      () => machine.online,
      () => machine.now,
    ),
    changes: () => changes,
    die: () => {
      dead = true;
    },
    isDead: () => dead,
  };
}

let made = 0;
let open = 0;

/** Ids without an order, like UUIDs: each sorts before the one made earlier. */
function nextId(): string {
  made += 1;
  return `request-${String(1_000_000 - made)}`;
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets everything happen that waits for nothing but the disk. */
export async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = open === 0 ? quiet + 1 : 0) await tick();
}

/** Forgets all that is on disk. */
export const emptyDisk = (machine: Machine): Promise<void> =>
  machine.disk.write(async (stores) => {
    for (const store of Object.values(stores)) for (const { id } of await store.all()) store.remove(id);
  });
