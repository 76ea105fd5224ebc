import { oneAtATime } from '../platform/one-at-a-time';
import { failure, type RateReading } from '../providers';
import { endCall } from './call-end';
import { obstruction, openGate, pass } from './gate';
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
/** How much of a cancelled run is taken back in one transaction. */
const cancelsAtOnce = 500;
/** How long to wait for the network, or for a disk that refuses, in ms. */
const patience = 60_000;

/** Claims the first request of a line whose chat is free; where there is none, tells when the next one is due. */
async function nextIn(stores: PinsStores, accountId: string, run: string, lanes: ReadonlySet<string>, at: number) {
  let left = looksAhead;
  for await (const request of stores.requests.walk('turn', [accountId, run])) {
    if (request.dueAt !== null && request.dueAt >= at + 1) return { claimed: null, dueAt: request.dueAt };
    if (!lanes.has(request.lane)) {
      const isWanted = !(await isSuperseded(stores, request));
      const moved = move(request, isWanted ? 'claim' : 'replace', at);
      await putMoved(stores, moved);
      if (isWanted && moved) return { claimed: moved, dueAt: null };
    }
    left -= 1;
    if (left === 0) break;
  }
  return { claimed: null, dueAt: null };
}

/** What a cancelled run still had to send is taken back bit by bit: there may be very much of it. */
async function cancelSome(stores: PinsStores, accountId: string, run: string, at: number): Promise<number> {
  let count = 0;
  for await (const request of stores.requests.walk('turn', [accountId, run])) {
    await putMoved(stores, move(request, 'cancel', at));
    count += 1;
    if (count === cancelsAtOnce) break;
  }
  return count;
}

type Found = { request: PinRequest } | { dueAt: number };

export function createPump({ disk, perform, isOnline, now, random, wakeAt, changed }: OutboxParts): Pump {
  /** What this worker has at the provider. Whatever else is `sending` on disk, an earlier worker died over. */
  const inHand = new Map<string, PinRequest>();
  let swept: Promise<void> | undefined;

  const inFlight = (accountId: string): number =>
    [...inHand.values()].filter((request) => request.accountId === accountId).length;

  /** A call that its worker died over may or may not have arrived. */
  async function sweep(): Promise<void> {
    const cut = await disk.read(async ({ requests }) => {
      const found: string[] = [];
      for await (const { id } of requests.walk('state', ['sending'])) if (!inHand.has(id)) found.push(id);
      return found;
    });
    const outcome = failure('unknown', 'interrupted');
    for (const id of cut) await endCall(disk, id, { outcome, readings: [], inFlight: 0 }, now(), random());
    if (cut.length > 0) changed();
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
      for await (const [accountId, run, first] of requests.groups('turn') as AsyncIterable<[string, string, number]>) {
        const state = run === '' ? 'running' : (await runs.get(run))?.state;
        if (state === 'cancelled' && (await cancelSome(stores, accountId, run, at)) > 0) return { dueAt: at };
        if (state !== 'running') continue;
        if (!isOnline()) return { dueAt: at + patience };
        const gate = (await gates.get(accountId)) ?? openGate(accountId);
        const passed = pass(gate, at, inFlight(accountId));
        if (first >= at + 1) wait(first);
        else if (!passed) wait(obstruction(gate, at)?.until);
        else {
          const found = await nextIn(stores, accountId, run, lanes, at);
          if (found.claimed) {
            gates.put(passed);
            return { request: found.claimed };
          }
          wait(found.dueAt);
        }
      }
      return { dueAt };
    });

  async function send(request: PinRequest): Promise<void> {
    const { id, accountId } = request;
    const readings: RateReading[] = [];
    const outcome = await perform(request, (reading) => void readings.push(reading)).catch(() =>
      failure('unknown', 'interrupted'),
    );
    try {
      await endCall(disk, id, { outcome, readings, inFlight: inFlight(accountId) - 1 }, now(), random());
    } catch {
      // The disk refused: the next look finds the request as an earlier worker would have left it.
      swept = undefined;
    }
    inHand.delete(id);
    changed();
    await wake();
  }

  const wake = oneAtATime(async () => {
    try {
      swept ??= sweep();
      await swept;
      let found = await claim();
      while ('request' in found || found.dueAt <= now()) {
        changed();
        if ('request' in found) {
          inHand.set(found.request.id, found.request);
          void send(found.request);
        }
        found = await claim();
      }
      const next = Math.min(found.dueAt, inHand.size > 0 ? now() + leaseMs : Number.POSITIVE_INFINITY);
      wakeAt(Number.isFinite(next) ? next : null);
    } catch {
      swept = undefined;
      wakeAt(now() + patience);
    }
  });

  return { wake, inFlight };
}
