import { coalesce } from '../../platform/coalesce';
import { failure, type RateReading } from '../../providers';
import { closureOf, gateNow, passGate } from './account-gate';
import { type FinishedCall, finishCall } from './finish-call';
import type { Housekeeping } from './housekeeping';
import { claimNext, endSome, type Line } from './line';
import type { QueueParts } from './queue-parts';
import type { PinRequest } from './request';
import { leaseMs } from './request-states';

/** Sends the requests that are due. */
export interface SendLoop {
  /** Sends what is due, and sets the alarm for the rest. */
  wake(): Promise<void>;
  /** Returns how many calls of an account are under way. */
  inFlight(accountId: string): number;
}

/** How long to wait before checking the network again, in ms. */
const offlineIntervalMs = 60_000;

type Claim = { request: PinRequest } | { dueAt: number };

export function createSendLoop(parts: QueueParts, housekeeping: Housekeeping): SendLoop {
  const { disk, perform, isOnline, now, random, wakeAt } = parts;
  /**
   * The requests whose calls this worker makes. Requests still marked `sending` that are not in this map were interrupted
   * when an earlier worker was terminated.
   */
  const calling = new Map<string, PinRequest>();
  /** The ended calls that could not be written to the disk yet. Until then, their requests stay in `calling`. */
  const unwritten = new Map<string, FinishedCall>();
  let hasEndedInterrupted = false;

  const inFlight = (accountId: string): number =>
    [...calling.values()].filter((request) => request.accountId === accountId).length;

  async function writeEnd(id: string, call: FinishedCall): Promise<void> {
    try {
      await finishCall(disk, id, call, { now: now(), random: random() });
    } catch (error) {
      unwritten.set(id, call);
      throw error;
    }
    unwritten.delete(id);
    calling.delete(id);
  }

  /** Ends the calls of earlier workers as `unknown`, because they may have arrived. */
  async function endInterrupted(): Promise<void> {
    const interrupted = await disk.read(async ({ requests }) => {
      const ids: string[] = [];
      for await (const { id } of requests.walk('state', ['sending'])) if (!calling.has(id)) ids.push(id);
      return ids;
    });
    const outcome = failure('unknown', 'interrupted');
    for (const id of interrupted) await writeEnd(id, { outcome, readings: [], inFlight: 0 });
    hasEndedInterrupted = true;
  }

  /** Claims the next request that may be sent, in one transaction, or returns when to check again (unix ms). */
  const claim = (): Promise<Claim> =>
    disk.writeRelaxed(async (stores) => {
      const { requests, gates, runs } = stores;
      const startedAt = now();
      let dueAt = Number.POSITIVE_INFINITY;
      const lookAgainAt = (time: number | null) => {
        dueAt = Math.min(dueAt, time ?? Number.POSITIVE_INFINITY);
      };
      const busyLanes = new Set([...calling.values()].map(({ lane }) => lane));
      const endings: [line: Line, event: 'cancel' | 'settle'][] = [];
      for await (const [accountId, run] of requests.groups('turn') as AsyncIterable<[string, string]>) {
        const line = { accountId, run };
        const gate = gateNow(await gates.get(accountId), accountId, startedAt);
        // The requests of a run whose record is gone cannot be paused or resumed, and so are cancelled.
        const state = run === '' ? 'running' : ((await runs.get(run))?.state ?? 'cancelled');
        const closed = closureOf(gate, startedAt);
        const passed = passGate(gate, startedAt, inFlight(accountId));
        if (state === 'cancelled' || gate.isGone) endings.push([line, state === 'cancelled' ? 'cancel' : 'settle']);
        else if (state !== 'running') continue;
        else if (!isOnline()) lookAgainAt(startedAt + offlineIntervalMs);
        else if (closed) lookAgainAt(closed.until);
        else if (passed) {
          const result = await claimNext(stores, line, busyLanes, startedAt);
          if (result.claimed) {
            gates.put(passed);
            return { request: result.claimed };
          }
          lookAgainAt(result.dueAt);
        }
      }
      // Requests are ended only when nothing can be sent, so that this delays no call.
      for (const [line, event] of endings) {
        if (dueAt > startedAt && (await endSome(stores, line, event, startedAt)) > 0) lookAgainAt(startedAt);
      }
      return { dueAt };
    });

  async function send(request: PinRequest): Promise<void> {
    const { id, accountId } = request;
    const readings: RateReading[] = [];
    const outcome = await perform(request, (reading) => void readings.push(reading)).catch(() =>
      failure('unknown', 'interrupted'),
    );
    // If the end of the call cannot be written now, the loop writes it later.
    await writeEnd(id, { outcome, readings, inFlight: inFlight(accountId) - 1 }).catch(() => {});
    await wake();
  }

  /** Claims and sends until nothing more can be sent now. Resolves to when to look again (unix ms). */
  async function sendAll(): Promise<number> {
    for (;;) {
      // The alarm is set first, in case the worker ends in the middle or the disk fails.
      wakeAt(now() + leaseMs);
      for (const [id, call] of unwritten) await writeEnd(id, call);
      if (!hasEndedInterrupted) await endInterrupted();
      const result = await claim();
      if ('request' in result) {
        calling.set(result.request.id, result.request);
        void send(result.request);
      } else if (result.dueAt > now() && !(await housekeeping.doSome())) return result.dueAt;
    }
  }

  const wake = coalesce(async () => {
    try {
      const dueAt = await sendAll();
      const lookAt = calling.size > 0 ? Math.min(dueAt, now() + leaseMs) : dueAt;
      wakeAt(Number.isFinite(lookAt) ? lookAt : null);
    } catch {
      // The disk failed. The alarm is set already, so the queue tries again then.
    }
  });

  return { wake, inFlight };
}
