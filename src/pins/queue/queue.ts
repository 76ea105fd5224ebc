import type { Outcome, RateReading } from '../../providers';
import { type AccountGate, gateNow, learnRate, reopenGate, tryGate } from './account-gate';
import { enqueueWishes } from './enqueue';
import type { PinRequest, Wish } from './request';
import { applyEvent, isUnsent, leaseMs, placeInLine } from './request-states';
import { newRun, type Run } from './run';
import { saveRequest } from './save-request';
import { createSendLoop } from './send-loop';
import type { PinsDisk } from './stores';

/** What the queue needs from outside: the worker passes the real parts, tests pass their own. */
export interface QueueParts {
  disk: PinsDisk;
  /** Makes one call to the provider; whatever happens to it comes back as an outcome. `heard`: what answers say of limits. */
  perform(request: PinRequest, heard: (reading: RateReading) => void): Promise<Outcome>;
  isOnline(): boolean;
  /** Unix ms. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
  newId(): string;
  /** Has `wake` called at that time, also in a new worker; null: there is nothing to wait for. */
  wakeAt(at: number | null): void;
  /** Called after every change on disk. */
  changed(): void;
}

/** The durable queue of pin requests. */
export interface Queue {
  /** Writes the requests, all or none, then sends them without keeping the caller waiting. Gives their ids. */
  enqueue(wishes: readonly Wish[], run?: string): Promise<string[]>;
  /** Tries a request that waits at once. Where its account waits, one call goes, and what that meets decides. */
  hasten(id: string): Promise<void>;
  /** Takes back what is not at the provider. */
  cancel(ids: readonly string[]): Promise<void>;
  /** The user has seen to an account: what waited for that goes on. */
  reopen(accountId: string): Promise<void>;
  /** An account was deleted: what is open of it ends. */
  endAccount(accountId: string): Promise<void>;
  /** What an answer to some other call of the account said. */
  heard(accountId: string, reading: RateReading): Promise<void>;
  markSeen(ids: readonly string[]): Promise<void>;
  /** The user has looked at the runs. */
  markRunsSeen(): Promise<void>;
  /** Begins a run that is yet to be filled, and gives its id. `retryOf`: the run whose failed requests it tries again. */
  startRun(name: string, retryOf?: string): Promise<string>;
  /** Lets a run go, or stops it; one that was cancelled stays so. */
  setRun(id: string, state: Exclude<Run['state'], 'loading'>): Promise<void>;
  /** Sees to what an earlier worker left behind, and sends what is due. */
  wake(): Promise<void>;
}

/** More wishes than that in one gesture are many: a later gesture does not wait for them. */
const few = 5;

export function createQueue(parts: QueueParts): Queue {
  const { disk, now, newId, changed } = parts;
  /** How many are writing what may leave something to send: the worker may end at any moment after that. */
  let writing = 0;
  const wakeAt = (at: number | null): void =>
    parts.wakeAt(writing === 0 ? at : Math.min(at ?? Number.POSITIVE_INFINITY, now() + leaseMs));
  const pump = createSendLoop({ ...parts, wakeAt });
  let lastStamp = 0;

  /** No two are the same, also of many in one millisecond: their order is that of asking. */
  const stamp = (): number => {
    const at = now();
    // A clock that was set back begins anew: nothing has to wait until it catches up.
    lastStamp = at > lastStamp || lastStamp - at > 1_000 ? at : lastStamp + 0.001;
    return lastStamp;
  };
  /** Does what may leave something to send. The alarm comes first. */
  async function andSend<T>(work: () => Promise<T>): Promise<T> {
    writing += 1;
    wakeAt(null);
    try {
      const result = await work();
      changed();
      return result;
    } finally {
      writing -= 1;
      void pump.wake();
    }
  }

  /** Changes requests that are there, in one transaction. */
  const changeAll = (ids: readonly string[], change: (request: PinRequest) => PinRequest | null): Promise<void> =>
    disk.write(async (stores) => {
      for (const id of ids) {
        const request = await stores.requests.get(id);
        await saveRequest(stores, request && change(request));
      }
    });

  /** It goes before all others of its line: where only one call may go, it is that one. */
  const tryFirst = (request: PinRequest): PinRequest | null =>
    isUnsent(request)
      ? { ...(applyEvent(request, 'hasten', now()) ?? request), dueAt: placeInLine(now(), 'first') }
      : null;

  const changeGate = (accountId: string, change: (gate: AccountGate) => AccountGate): Promise<void> =>
    disk.writeRelaxed(async ({ gates }) => gates.put(change(gateNow(await gates.get(accountId), accountId, now()))));

  return {
    wake: pump.wake,
    enqueue: (wishes, run = '') =>
      andSend(async () => {
        const asked = await disk.write(async (stores) => {
          const whole = run === '' ? null : await stores.runs.get(run);
          if (whole === undefined) throw new Error('No such run');
          const isMany = whole === null && wishes.length > few;
          const place = (createdAt: number) => placeInLine(createdAt, isMany ? 'many' : 'alone');
          const made = await enqueueWishes(stores, wishes, whole, { at: now(), newId, stamp, place });
          if (whole) stores.runs.put({ ...whole, total: whole.total + made.filter(({ isNew }) => isNew).length });
          return made;
        });
        return asked.map(({ id }) => id);
      }),
    hasten: (id) =>
      andSend(async () => {
        await changeAll([id], tryFirst);
        const request = await disk.read(({ requests }) => requests.get(id));
        if (request) await changeGate(request.accountId, (gate) => tryGate(gate, now()));
      }),
    cancel: (ids) => andSend(() => changeAll(ids, (request) => applyEvent(request, 'cancel', now()))),
    reopen: (accountId) => andSend(() => changeGate(accountId, (gate) => reopenGate(gate, now()))),
    endAccount: (accountId) => andSend(() => changeGate(accountId, (gate) => ({ ...gate, isGone: true }))),
    heard: (accountId, reading) => changeGate(accountId, (gate) => learnRate(gate, reading, pump.inFlight(accountId))),
    async startRun(name, retryOf) {
      const run = newRun({ id: newId(), name, createdAt: stamp(), retryOf });
      await disk.write(async ({ runs }) => runs.put(run));
      return run.id;
    },
    setRun: (id, state) =>
      andSend(() =>
        disk.write(async ({ runs }) => {
          const run = await runs.get(id);
          if (run && run.state !== 'cancelled') runs.put({ ...run, state, stopped: null });
        }),
      ),
    async markRunsSeen() {
      await disk.writeRelaxed(async ({ runs }) => {
        for (const run of await runs.all()) if (run.trouble) runs.put({ ...run, trouble: null });
      });
      changed();
    },
    async markSeen(ids) {
      await disk.write(async ({ requests }) => {
        for (const id of ids) {
          const request = await requests.get(id);
          if (request) requests.put({ ...request, seen: true });
        }
      });
      changed();
    },
  };
}
