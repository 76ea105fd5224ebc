import type { RateReading } from '../../providers';
import { type AccountGate, gateNow, learnRate, reopenGate, tryGate } from './account-gate';
import { takeSequence } from './bookkeeping';
import { enqueueWishes } from './enqueue';
import { createHousekeeping } from './housekeeping';
import type { QueueParts } from './queue-parts';
import type { PinRequest, Wish } from './request';
import { applyEvent, isUnsent, queuedTurn } from './request-states';
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
  /**
   * Deletes an account, ends its open requests, and then removes everything stored about it. Resolves when the account
   * is deleted. If the worker is terminated before, the next one does the rest.
   */
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

/** The maximum number of wishes of a small gesture. Its requests are sent before those of larger gestures. */
const maxSingleWishes = 5;

export function createQueue(parts: QueueParts): Queue {
  const { now, newId } = parts;
  const housekeeping = createHousekeeping(parts);
  const { write, wake, inFlight } = createSendLoop(parts, housekeeping);

  /** Moves a request to the front of its line, so that it is sent first if only one call may be made. */
  async function moveToFront(stores: PinsStores, request: PinRequest): Promise<void> {
    const turn = queuedTurn(await takeSequence(stores), 'first');
    const hastened = applyEvent(request, 'hasten', now(), { turn });
    // A request that is queued already only changes its turn.
    await saveRequest(stores, hastened ?? (isUnsent(request) ? { ...request, turn } : null));
  }

  async function changeGate(
    { gates }: Pick<PinsStores, 'gates'>,
    accountId: string,
    change: (gate: AccountGate) => AccountGate,
  ): Promise<void> {
    gates.put(change(gateNow(await gates.get(accountId), accountId, now())));
  }

  return {
    wake,
    enqueue: (wishes, runId = '') =>
      write(async (stores) => {
        const run = runId === '' ? null : await stores.runs.get(runId);
        if (run === undefined) throw new Error('No such run');
        const rank = run === null && wishes.length > maxSingleWishes ? 'many' : 'single';
        const results = await enqueueWishes(stores, wishes, run, { now: now(), newId, rank });
        // The run is read again, because its counts have changed if new requests replaced others of the run.
        const changedRun = await stores.runs.get(runId);
        const newCount = results.filter(({ isNew }) => isNew).length;
        if (changedRun) stores.runs.put({ ...changedRun, total: changedRun.total + newCount });
        return results.map(({ id }) => id);
      }, 'strict'),
    hasten: (id) =>
      write(async (stores) => {
        const request = await stores.requests.get(id);
        if (!request) return;
        await moveToFront(stores, request);
        await changeGate(stores, request.accountId, (gate) => tryGate(gate, now()));
      }, 'strict'),
    cancel: (ids) =>
      write(async (stores) => {
        const requests = await Promise.all([...new Set(ids)].map((id) => stores.requests.get(id)));
        for (const request of requests) await saveRequest(stores, request && applyEvent(request, 'cancel', now()));
      }, 'strict'),
    reopen: (accountId) => write((stores) => changeGate(stores, accountId, (gate) => reopenGate(gate, now()))),
    async endAccount(accountId) {
      // The gate is written first, because it tells a later worker that the account is to be deleted.
      await write(async (stores) => {
        await changeGate(stores, accountId, (gate) => ({ ...gate, isGone: true, goneAt: now() }));
        housekeeping.accountDeleted();
      }, 'strict');
      await parts.deleteAccount(accountId);
    },
    learnRateLimit: (accountId, reading) =>
      write((stores) => changeGate(stores, accountId, (gate) => learnRate(gate, reading, inFlight(accountId)))),
    startRun: (name, retryOf) =>
      write(async (stores) => {
        const run = newRun({ id: newId(), name, createdAt: now(), sequence: await takeSequence(stores), retryOf });
        stores.runs.put(run);
        return run.id;
      }, 'strict'),
    setRun: (id, state) =>
      write(async ({ runs }) => {
        const run = await runs.get(id);
        if (run && run.state !== 'cancelled') runs.put({ ...run, state, stopped: null });
      }, 'strict'),
    markRunsSeen: () =>
      write(async ({ runs }) => {
        for (const run of await runs.all()) if (run.trouble) runs.put({ ...run, trouble: null });
      }),
    markSeen: (ids) =>
      write(async ({ requests }) => {
        for (const request of await Promise.all(ids.map((id) => requests.get(id)))) {
          if (request) requests.put({ ...request, seen: true });
        }
      }, 'strict'),
  };
}
