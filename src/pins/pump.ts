import { oneAtATime } from '../platform/one-at-a-time';
import { failure, type RateReading } from '../providers';
import { type CallEnd, endCall, settle } from './call-end';
import { gateNow, obstruction, pass } from './gate';
import { leaseMs, move } from './machine';
import type { OutboxParts } from './outbox';
import type { PinRequest } from './pin-request';
import { putMoved } from './put-request';
import type { PinsStores } from './rows';
import { isSuperseded } from './superseded';

/** Sends what is due. */
export interface Pump {
  wake(): Promise<void>;
  /** Calls of an account that are under way. */
  inFlight(accountId: string): number;
}

/** How many requests behind busy chats are looked at for one that may go. */
const looksAhead = 100;
/** How many requests are ended in one transaction: what is to be sent waits no longer than for that. */
const endsAtOnce = 100;
/** How long to wait for the network, in ms. */
const patience = 60_000;

/** Claims the first request of a line whose chat is free; where there is none, tells when to look at the line again. */
async function nextIn(stores: PinsStores, { account, run, at }: Line, lanes: ReadonlySet<string>) {
  let left = looksAhead;
  let dropped = 0;
  for await (const request of stores.requests.walk('turn', [account, run])) {
    if (request.dueAt !== null && request.dueAt >= at + 1)
      return { claimed: null, dueAt: dropped ? at : request.dueAt };
    if (lanes.has(request.lane)) left -= 1;
    else if (await isSuperseded(stores, request)) {
      await putMoved(stores, move(request, 'replace', at));
      dropped += 1;
    } else {
      const claimed = move(request, 'claim', at);
      await putMoved(stores, claimed);
      if (claimed) return { claimed, dueAt: null };
    }
    if (left === 0 || dropped === endsAtOnce) break;
  }
  // What was replaced is progress. Where chats are busy, the end of their calls tells.
  return { claimed: null, dueAt: dropped ? at : null };
}

/** What an account still has to send for a run, or, for `''`, for gestures. */
interface Line {
  account: string;
  run: string;
  at: number;
}

/** Ends some requests of a line that sends nothing any more: there may be very many of them. Gives their number. */
async function endSome(stores: PinsStores, { account, run, at }: Line, end: 'cancel' | 'settle'): Promise<number> {
  let count = 0;
  for await (const request of stores.requests.walk('turn', [account, run])) {
    const gone = failure('unavailable', 'account');
    await putMoved(stores, end === 'cancel' ? move(request, 'cancel', at) : settle(request, gone, at));
    count += 1;
    if (count === endsAtOnce) break;
  }
  return count;
}

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
      for await (const [account, run, first] of requests.groups('turn') as AsyncIterable<[string, string, number]>) {
        const line = { account, run, at };
        const gate = gateNow(await gates.get(account), account, at);
        // Of a run without a record nobody knows whether it may go.
        const state = run === '' ? 'running' : ((await runs.get(run))?.state ?? 'cancelled');
        const closed = obstruction(gate, at);
        const passed = pass(gate, at, inFlight(account));
        if (state === 'cancelled' || gate.isGone) ending.push([line, state === 'cancelled' ? 'cancel' : 'settle']);
        else if (state !== 'running') continue;
        else if (!isOnline()) wait(at + patience);
        else if (closed) wait(closed.until && Math.max(closed.until, first));
        else if (first >= at + 1) wait(first);
        else if (passed) {
          const found = await nextIn(stores, line, lanes);
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
