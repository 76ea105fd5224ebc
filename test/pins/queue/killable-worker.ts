import { createQueue, type Queue } from '../../../src/pins/queue/queue.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { createRequestQueries, type RequestQueries } from '../../../src/pins/queue/request-queries.ts';
import { isOpen } from '../../../src/pins/queue/request-states.ts';
import { type PinsDisk, type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { disk } from '../../../src/platform/database.ts';
import type { Outcome, RateReading } from '../../../src/providers/index.ts';

export const accepted: Outcome = { kind: 'accepted', receipt: { name: 'messageId', value: 'EVENT' } };

/** A call to the provider that is under way until the test answers it. */
export interface OpenCall {
  request: PinRequest;
  answer(outcome: Outcome, ...readings: RateReading[]): void;
}

/** What outlives a worker: the disk, the clock, the alarm, the network and the calls under way. Times are in ms. */
export interface Machine {
  disk: PinsDisk;
  now: number;
  alarm: number | null;
  online: boolean;
  calls: OpenCall[];
  /** The ids of the accounts that are stored. */
  accounts: Set<string>;
  /** Called before and after everything that a worker does to the machine. It may end the worker. */
  step: () => void;
}

export const createMachine = (): Machine => ({
  disk: disk<StoredRows>(storeGuards),
  now: 1_000,
  alarm: null,
  online: true,
  calls: [],
  accounts: new Set(),
  step: () => {},
});

/** A service worker with its queue. What is on disk outlives the worker, and its calls do not. */
export interface KillableWorker {
  queue: Queue;
  requestQueries: RequestQueries & { countOpen(): Promise<number> };
  /** Ends the worker: nothing that it does has any effect from then on, and nothing that it awaits resolves. */
  die(): void;
  isDead(): boolean;
}

const never = <T>(): Promise<T> => new Promise(() => {});

export function startWorker(machine: Machine, random: () => number = () => 0.5): KillableWorker {
  let hasEnded = false;

  /** Does one thing to the machine if the worker is alive, and resolves only if it is still alive afterwards. */
  async function act<T>(work: () => Promise<T>): Promise<T> {
    if (!hasEnded) machine.step();
    if (hasEnded) return never();
    openCount += 1;
    try {
      const result = await work();
      if (!hasEnded) machine.step();
      return hasEnded ? never() : result;
    } finally {
      openCount -= 1;
    }
  }

  const diskOfWorker: PinsDisk = {
    read: (work) => act(() => machine.disk.read(work)),
    write: (work) => act(() => machine.disk.write(work)),
    writeRelaxed: (work) => act(() => machine.disk.writeRelaxed(work)),
  };

  const queue = createQueue({
    disk: diskOfWorker,
    perform(request, onRateReading) {
      if (!hasEnded) machine.step();
      return new Promise((resolve) => {
        if (hasEnded) return;
        const call: OpenCall = {
          request,
          answer(outcome, ...readings) {
            machine.calls.splice(machine.calls.indexOf(call), 1);
            if (hasEnded) return;
            for (const reading of readings) onRateReading(reading);
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
    deleteAccount: (id) => act(async () => void machine.accounts.delete(id)),
    wakeAt(at) {
      if (!hasEnded) machine.alarm = at;
    },
  });
  return {
    queue,
    requestQueries: {
      ...createRequestQueries(
        machine.disk,
        () => machine.online,
        () => machine.now,
      ),
      countOpen: () => countOpen(machine.disk),
    },
    die: () => {
      hasEnded = true;
    },
    isDead: () => hasEnded,
  };
}

/** Counts the requests that have not ended. */
const countOpen = (from: PinsDisk): Promise<number> =>
  from.read(async ({ requests }) => (await requests.all()).filter(isOpen).length);

let idCount = 0;
/** The number of transactions under way, of all workers. */
let openCount = 0;

/** Returns ids that are not in the order of their making, as UUIDs are: each sorts before the one made earlier. */
function nextId(): string {
  idCount += 1;
  return `request-${String(1_000_000 - idCount)}`;
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Resolves when everything has happened that waits for nothing but the disk. */
export async function settled(): Promise<void> {
  for (let quietTicks = 0; quietTicks < 3; quietTicks = openCount === 0 ? quietTicks + 1 : 0) await tick();
}

/** Removes all readable rows from the disk of a machine. */
export const emptyDisk = (machine: Machine): Promise<void> =>
  machine.disk.write(async (stores) => {
    for (const store of Object.values(stores)) for (const { id } of await store.all()) store.remove(id);
  });
