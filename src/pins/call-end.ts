import type { Outcome, RateReading } from '../providers';
import { placeOf } from './board';
import { learnOutcome, learnRate, openGate } from './gate';
import { backoff, fateOf, move } from './machine';
import type { PinRequest } from './pin-request';
import { putMoved } from './put-request';
import type { PinsDisk } from './rows';

/** What came of one call. */
export interface CallEnd {
  outcome: Outcome;
  /** What the answers on the way said of limits. */
  readings: readonly RateReading[];
  /** Calls of the account that are still under way. */
  inFlight: number;
}

/** Writes down the end of a request's call: one transaction over the request, its account and its run. */
export function endCall(
  disk: PinsDisk,
  id: string,
  { outcome, readings, inFlight }: CallEnd,
  at: number,
  random: number,
): Promise<void> {
  return disk.note(async (stores) => {
    const request = await stores.requests.get(id);
    if (!request?.lease) return;
    const gate = (await stores.gates.get(request.accountId)) ?? openGate(request.accountId);
    const told = readings.reduce((known, reading) => learnRate(known, reading, inFlight), gate);
    stores.gates.put(learnOutcome(told, outcome, request.lease.startedAt, at, random));
    const newest = await stores.board.get(placeOf(request));
    await putMoved(stores, afterCall(request, outcome, newest === undefined || newest.requestId === id, at, random));
  });
}

function afterCall(request: PinRequest, outcome: Outcome, isNewest: boolean, at: number, random: number) {
  const { tries, createdAt } = request;
  const fate = fateOf(outcome, tries, at - createdAt);
  // Whoever has seen that it failed and is tried again has not seen how it ended.
  if (fate === 'settle') return move({ ...request, seen: false }, 'settle', at, outcome);
  // A later wish for the same message must not be undone by this one.
  if (!isNewest) return move(request, 'yield', at, outcome);
  if (fate !== 'retry') return move(request, 'hold', createdAt, outcome);
  const until = outcome.kind === 'accepted' ? null : outcome.until;
  return move(request, 'retry', Math.max(at + backoff(tries, random), until ?? 0), outcome);
}
