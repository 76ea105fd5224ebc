import { oneAtATime } from '../platform/one-at-a-time';
import { failure, type RateReading } from '../providers';
import { type CallEnd, endCall } from './call-end';
import { gateNow, obstruction, pass } from './gate';
import { claimNext, endSome, type Line } from './line';
import { leaseMs } from './machine';
import type { OutboxParts } from './outbox';
import type { PinRequest } from './pin-request';

/** Sends what is due. */
export interface Pump {
  wake(): Promise<void>;
  /** Calls of an account that are under way. */
  inFlight(accountId: string): number;
}

/** How long to wait for the network, in ms. */
const patience = 60_000;

type Found = { request: PinRequest } | { dueAt: number };

export function createPump({ disk, perform, isOnline, now, random, wakeAt, changed }: OutboxParts): Pump {
  /** What this worker has at the provider. Whatever else is `sending` on disk, an earlier worker died over. */
  const inHand = new Map<string, PinRequest>();
  /** Ends of calls that the disk has refused; until it takes them they are in hand. */
  const unwritten = new Map<string, CallEnd>();
  let isSwept = false;

  const inFlight = (accountId: string): number =>
    [...inHand.values()].filter((request) => request.accountId === accountId).length;

  async function writeEnd(id: string, end: CallEnd): Promise<void> {
    try {
      await endCall(disk, id, end, now(), random());
    } catch (refusal) {
      unwritten.set(id, end);
      throw refusal;
    }
    unwritten.delete(id);
    inHand.delete(id);
    changed();
  }

  /** A call that its worker died over may or may not have arrived. */
  async function sweep(): Promise<void> {
    const cut = await disk.read(async ({ requests }) => {
      const found: string[] = [];
      for await (const { id } of requests.walk('state', ['sending'])) if (!inHand.has(id)) found.push(id);
      return found;
    });
    const outcome = failure('unknown', 'interrupted');
    for (const id of cut) await writeEnd(id, { outcome, readings: [], inFlight: 0 });
    isSwept = true;
  }

  /** Claims the next request that may be sent, in one transaction; else tells when there may be one. */
  const claim = (): Promise<Found> =>
    disk.note(async (stores) => {
      const { requests, gates, runs } = stores;
      const at = now();
      let dueAt = Number.POSITIVE_INFINITY;
      const wait = (until: number | null | undefined) => {
        dueAt = Math.min(dueAt, until ?? Number.POSITIVE_INFINITY);
      };
      const lanes = new Set([...inHand.values()].map(({ lane }) => lane));
      const ending: [line: Line, end: 'cancel' | 'settle'][] = [];
      for await (const [account, run] of requests.groups('turn') as AsyncIterable<[string, string]>) {
        const line = { account, run, at };
        const gate = gateNow(await gates.get(account), account, at);
        // Of a run without a record nobody knows whether it may go.
        const state = run === '' ? 'running' : ((await runs.get(run))?.state ?? 'cancelled');
        const closed = obstruction(gate, at);
        const passed = pass(gate, at, inFlight(account));
        if (state === 'cancelled' || gate.isGone) ending.push([line, state === 'cancelled' ? 'cancel' : 'settle']);
        else if (state !== 'running') continue;
        else if (!isOnline()) wait(at + patience);
        else if (closed) wait(closed.until);
        else if (passed) {
          const found = await claimNext(stores, line, lanes);
          if (found.claimed) {
            gates.put(passed);
            return { request: found.claimed };
          }
          wait(found.dueAt);
        }
      }
      // After all that can be sent: it is in nobody's way.
      for (const [line, end] of ending) if (dueAt > at && (await endSome(stores, line, end)) > 0) wait(at);
      return { dueAt };
    });

  async function send(request: PinRequest): Promise<void> {
    const { id, accountId } = request;
    const readings: RateReading[] = [];
    const outcome = await perform(request, (reading) => void readings.push(reading)).catch(() =>
      failure('unknown', 'interrupted'),
    );
    // Where the disk refuses, the next look writes it down.
    await writeEnd(id, { outcome, readings, inFlight: inFlight(accountId) - 1 }).catch(() => {});
    await wake();
  }

  const wake = oneAtATime(async () => {
    try {
      let nextAt = Number.NEGATIVE_INFINITY;
      while (nextAt <= now()) {
        // Should the worker end in the middle, or the disk refuse.
        wakeAt(now() + leaseMs);
        for (const [id, end] of unwritten) await writeEnd(id, end);
        if (!isSwept) await sweep();
        const found = await claim();
        if ('request' in found) {
          inHand.set(found.request.id, found.request);
          void send(found.request);
        } else nextAt = found.dueAt;
        if (nextAt <= now()) changed();
      }
      if (inHand.size > 0) nextAt = Math.min(nextAt, now() + leaseMs);
      wakeAt(Number.isFinite(nextAt) ? nextAt : null);
    } catch {
      // The disk refuses: the alarm is set already.
    }
  });

  return { wake, inFlight };
}
