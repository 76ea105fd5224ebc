import type { RateReading } from '../../providers';
import { type AccountGate, gateNow, learnRate, reopenGate, tryGate } from './account-gate';
import { takeSequence } from './bookkeeping';
import { enqueueWishes } from './enqueue';
import { createHousekeeping } from './housekeeping';
import type { QueueParts } from './queue-parts';
import type { PinRequest, Wish } from './request';
import { applyEvent, isUnsent, leaseMs, queuedTurn } from './request-states';
import { newRun, type Run } from './run';
import { saveRequest } from './save-request';
import { createSendLoop } from './send-loop';
import type { PinsStores } from './stores';

/** The durable queue of pin requests. */
export interface Queue {
  /**
   * Writes requests for all of the wishes or for none, and returns their ids. They are sent afterwards, without keeping
   * the caller waiting. Rejects if the disk fails or the run does not exist.
   */
  enqueue(wishes: readonly Wish[], run?: string): Promise<string[]>;
  /**
   * Sends a waiting request at once. If its account waits too, this one call is made, and its outcome opens or closes
   * the gate.
   */
  hasten(id: string): Promise<void>;
  /** Cancels those of the requests whose call is not under way. */
  cancel(ids: readonly string[]): Promise<void>;
  /** Sends again the requests of an account that waited for the user to attend to it. */
  reopen(accountId: string): Promise<void>;
  /** Ends the open requests of an account that was deleted, and then removes everything stored about it. */
  endAccount(accountId: string): Promise<void>;
  /** Learns the rate limit that is named by the answer to a call outside the queue, such as a list of chats. */
  learnRateLimit(accountId: string, reading: RateReading): Promise<void>;
  /** Notes that the user has seen the outcomes of requests. */
  markSeen(ids: readonly string[]): Promise<void>;
  /** Notes that the user has looked at the runs. */
  markRunsSeen(): Promise<void>;
  /** Begins a run without requests and returns its id. `retryOf`: the run whose failed requests it tries again. */
  startRun(name: string, retryOf?: string): Promise<string>;
  /** Runs, pauses or cancels a run. A cancelled run stays cancelled. */
  setRun(id: string, state: Exclude<Run['state'], 'loading'>): Promise<void>;
  /** Ends the calls that an earlier worker left unfinished, and sends what is due. */
  wake(): Promise<void>;
}

/** The requests of a gesture with more wishes than this let those of later, smaller gestures go first. */
const maxSingleWishes = 5;

export function createQueue(parts: QueueParts): Queue {
  const { disk, now, newId } = parts;
  /** The number of writes under way after which something may have to be sent. */
  let writeCount = 0;
  // The alarm stays set during a write, because the worker may end right afterwards.
  const wakeAt = (at: number | null): void =>
    parts.wakeAt(writeCount === 0 ? at : Math.min(at ?? Number.POSITIVE_INFINITY, now() + leaseMs));
  const housekeeping = createHousekeeping(disk, now);
  const sendLoop = createSendLoop({ ...parts, wakeAt }, housekeeping);

  /** Runs a write after which something may have to be sent, and then sends it. The alarm is set before the write. */
  async function writeAndSend<T>(write: () => Promise<T>): Promise<T> {
    writeCount += 1;
    wakeAt(null);
    try {
      return await write();
    } finally {
      writeCount -= 1;
      void sendLoop.wake();
    }
  }

  /** Moves a request to the front of its line, so that it is sent first if only one call may be made. */
  async function moveToFront(stores: PinsStores, request: PinRequest): Promise<void> {
    const turn = queuedTurn(await takeSequence(stores), 'first');
    const hastened = applyEvent(request, 'hasten', now(), { turn });
    // A request that is queued already only changes its turn.
    await saveRequest(stores, hastened ?? (isUnsent(request) ? { ...request, turn } : null));
  }

  const changeGate = (accountId: string, change: (gate: AccountGate) => AccountGate): Promise<void> =>
    disk.writeRelaxed(async ({ gates }) => gates.put(change(gateNow(await gates.get(accountId), accountId, now()))));

  return {
    wake: sendLoop.wake,
    enqueue: (wishes, runId = '') =>
      writeAndSend(async () => {
        const enqueued = await disk.write(async (stores) => {
          const run = runId === '' ? null : await stores.runs.get(runId);
          if (run === undefined) throw new Error('No such run');
          const rank = run === null && wishes.length > maxSingleWishes ? 'many' : 'single';
          const results = await enqueueWishes(stores, wishes, run, { now: now(), newId, rank });
          if (run) stores.runs.put({ ...run, total: run.total + results.filter(({ isNew }) => isNew).length });
          return results;
        });
        return enqueued.map(({ id }) => id);
      }),
    hasten: (id) =>
      writeAndSend(async () => {
        const request = await disk.write(async (stores) => {
          const waiting = await stores.requests.get(id);
          if (waiting) await moveToFront(stores, waiting);
          return waiting;
        });
        if (request) await changeGate(request.accountId, (gate) => tryGate(gate, now()));
      }),
    cancel: (ids) =>
      writeAndSend(() =>
        disk.write(async (stores) => {
          for (const id of ids) {
            const request = await stores.requests.get(id);
            await saveRequest(stores, request && applyEvent(request, 'cancel', now()));
          }
        }),
      ),
    reopen: (accountId) => writeAndSend(() => changeGate(accountId, (gate) => reopenGate(gate, now()))),
    endAccount: (accountId) =>
      writeAndSend(async () => {
        await changeGate(accountId, (gate) => ({ ...gate, isGone: true, goneAt: now() }));
        housekeeping.accountDeleted();
      }),
    learnRateLimit: (accountId, reading) =>
      changeGate(accountId, (gate) => learnRate(gate, reading, sendLoop.inFlight(accountId))),
    startRun: (name, retryOf) =>
      disk.write(async (stores) => {
        const run = newRun({ id: newId(), name, createdAt: now(), sequence: await takeSequence(stores), retryOf });
        stores.runs.put(run);
        return run.id;
      }),
    setRun: (id, state) =>
      writeAndSend(() =>
        disk.write(async ({ runs }) => {
          const run = await runs.get(id);
          if (run && run.state !== 'cancelled') runs.put({ ...run, state, stopped: null });
        }),
      ),
    markRunsSeen: () =>
      disk.writeRelaxed(async ({ runs }) => {
        for (const run of await runs.all()) if (run.trouble) runs.put({ ...run, trouble: null });
      }),
    markSeen: (ids) =>
      disk.write(async ({ requests }) => {
        for (const id of ids) {
          const request = await requests.get(id);
          if (request) requests.put({ ...request, seen: true });
        }
      }),
  };
}
