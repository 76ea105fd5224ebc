import type { Outcome, RateReading } from '../providers';
import { learnOutcome, learnRate, openGate } from './gate';
import { backoff, fateOf, move } from './machine';
import type { PinRequest } from './pin-request';
import { putMoved } from './put-request';
import type { PinsDisk } from './rows';
import { isSuperseded } from './superseded';

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
    const isWanted = !(await isSuperseded(stores, request));
    await putMoved(stores, afterCall(request, outcome, isWanted, at, random));
  });
}

function afterCall(request: PinRequest, outcome: Outcome, isWanted: boolean, at: number, random: number) {
  const { tries, triedAt, createdAt } = request;
  const fate = fateOf(outcome, tries, at - (triedAt ?? at), request.outcome);
  // Whoever has seen that it failed and is tried again has not seen how it ended.
  if (fate === 'settle') return move({ ...request, seen: false }, 'settle', at, outcome);
  // A later wish for the same message must not be undone by this one.
  if (!isWanted) return move(request, 'yield', at, outcome);
  // What its account was refused for goes to the end of the line, and is told anew.
  if (fate === 'pause') return move({ ...request, seen: false }, 'hold', at, outcome);
  if (fate === 'hold') return move(request, 'hold', Math.min(createdAt, at), outcome);
  const until = outcome.kind === 'accepted' ? null : outcome.until;
  return move(request, 'retry', Math.max(at + backoff(tries, random), until ?? 0), outcome);
}
