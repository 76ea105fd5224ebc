import { coalesce } from '../../platform/coalesce';
import { failure, type RateReading } from '../../providers';
import { claimRequests, readForClaims } from './claim';
import { type FinishedCall, finishCall, readForEnd } from './finish-call';
import type { Housekeeping } from './housekeeping';
import { createLines } from './lines';
import type { QueueParts } from './queue-parts';
import { rememberRows } from './remember-rows';
import type { PinRequest } from './request';
import { leaseMs } from './request-states';
import type { PinsStores } from './stores';

/** Does all writes of the queue, one transaction at a time, and sends the requests that are due. */
export interface SendLoop {
  /**
   * Does a write. In the same transaction, writes the calls that have ended and claims what can be sent now, so that the
   * calls begin right after it. Resolves to the result of the write once it is on disk. Rejects if the disk fails.
   */
  write<T>(work: (stores: PinsStores) => Promise<T>, durability?: Durability): Promise<T>;
  /** Reads anew what is due, sends it, and sets the alarm for the rest. */
  wake(): Promise<void>;
  /** Returns how many calls of an account are under way. */
  inFlight(accountId: string): number;
}

/** `strict`: resolves once the data is physically on the disk. `relaxed` is much faster: see `Disk.writeRelaxed`. */
export type Durability = 'strict' | 'relaxed';

interface PendingWrite {
  work(stores: PinsStores): Promise<unknown>;
  durability: Durability;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** The number of times in a row that the disk may fail before the queue waits for the next event or alarm. */
const maxFailures = 2;

export function createSendLoop(parts: QueueParts, housekeeping: Housekeeping): SendLoop {
  const { disk, perform, isOnline, now, random, wakeAt } = parts;
  /**
   * The requests whose calls this worker makes. Requests still marked `sending` that are not in this map were interrupted
   * when an earlier worker was terminated.
   */
  const calling = new Map<string, PinRequest>();
  /** The calls that have ended and are not written to the disk yet. Until then, their requests stay in `calling`. */
  const ended = new Map<string, FinishedCall>();
  /** The writes that wait for their transaction. */
  const pending: PendingWrite[] = [];
  const lines = createLines();
  let hasEndedInterrupted = false;

  const inFlight = (accountId: string): number =>
    [...calling.values()].filter((request) => request.accountId === accountId && !ended.has(request.id)).length;

  /** Returns the interrupted calls of earlier workers. They end as `unknown`, because they may have arrived. */
  async function interruptedCalls({ requests }: PinsStores): Promise<[PinRequest, FinishedCall][]> {
    const call: FinishedCall = { outcome: failure('unknown', 'interrupted'), readings: [], inFlight: 0 };
    const calls: [PinRequest, FinishedCall][] = [];
    for await (const request of requests.walk('state', ['sending'])) {
      if (!calling.has(request.id)) calls.push([request, call]);
    }
    return calls;
  }

  /**
   * Runs one transaction: writes the ended calls and one of the waiting writes, and claims what can be sent. Then begins
   * the claimed calls. Resolves to when to look again (unix ms).
   */
  async function transact(): Promise<number> {
    const write = pending.shift();
    const commit = write?.durability === 'strict' ? disk.write : disk.writeRelaxed;
    try {
      const { result, calls, claimed, dueAt } = await commit(async (stores) => {
        // The alarm is set before anything is written, in case the worker ends in the middle, and while the transaction
        // opens, because it takes about a millisecond.
        wakeAt(now() + leaseMs);
        const rows = rememberRows(stores, lines.update);
        const interrupted = hasEndedInterrupted ? [] : await interruptedCalls(rows.stores);
        const ends = [...ended].flatMap(([id, call]): [PinRequest, FinishedCall][] => {
          const request = calling.get(id);
          return request ? [[request, call]] : [];
        });
        const calls = [...interrupted, ...ends];
        await Promise.all([
          readForClaims(rows.stores, lines),
          ...calls.map(([request]) => readForEnd(rows.stores, request)),
        ]);
        const context = { now: now(), random: random() };
        for (const [{ id }, call] of calls) await finishCall(rows.stores, id, call, context);
        const result = await write?.work(rows.stores);
        const others = [...calling.values()].filter(({ id }) => !calls.some(([request]) => request.id === id));
        const claims = await claimRequests(rows.stores, lines, { calling: others, now: now(), isOnline: isOnline() });
        rows.flush();
        return { result, calls, ...claims };
      });
      hasEndedInterrupted = true;
      for (const [{ id }] of calls) {
        ended.delete(id);
        calling.delete(id);
      }
      for (const request of claimed) calling.set(request.id, request);
      for (const request of claimed) void send(request);
      write?.resolve(result);
      return dueAt;
    } catch (error) {
      lines.forget();
      if (!write) throw error;
      write.reject(error);
      return now();
    }
  }

  async function send(request: PinRequest): Promise<void> {
    const { id, accountId } = request;
    const readings: RateReading[] = [];
    const outcome = await perform(request, (reading) => void readings.push(reading)).catch(() =>
      failure('unknown', 'interrupted'),
    );
    ended.set(id, { outcome, readings, inFlight: inFlight(accountId) - 1 });
    await sendDue();
  }

  /** Writes and sends until nothing more can be done now. Resolves to when to look again (unix ms). */
  async function sendAll(): Promise<number> {
    for (;;) {
      const dueAt = await transact();
      if (dueAt <= now() || pending.length > 0 || ended.size > 0) continue;
      if (!(await housekeeping.doSome())) return dueAt;
    }
  }

  const sendDue = coalesce(async () => {
    for (let failureCount = 0; failureCount < maxFailures; failureCount += 1) {
      try {
        const dueAt = await sendAll();
        const lookAt = calling.size > 0 ? Math.min(dueAt, now() + leaseMs) : dueAt;
        return wakeAt(Number.isFinite(lookAt) ? lookAt : null);
      } catch {
        // The disk failed, so the queue tries again at the alarm at the latest.
        wakeAt(now() + leaseMs);
      }
    }
  });

  return {
    write: <T>(work: (stores: PinsStores) => Promise<T>, durability: Durability = 'relaxed') =>
      new Promise<T>((resolve, reject) => {
        pending.push({ work, durability, resolve: resolve as (result: unknown) => void, reject });
        void sendDue();
      }),
    wake() {
      // The alarm that woke the queue is gone, and this worker may end before its transaction begins.
      wakeAt(now() + leaseMs);
      lines.forget();
      return sendDue();
    },
    inFlight,
  };
}
