import { type Failure, failure, type Outcome, type RateReading } from '../providers';
import { gateNow, learnOutcome, learnRate, notMade } from './gate';
import { backoff, fateOf, move, placeInLine } from './machine';
import type { PinRequest } from './pin-request';
import { putMoved } from './put-request';
import type { PinsDisk } from './rows';
import { afterAnswer } from './run';
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
    const { accountId, lease } = request;
    const gate = gateNow(await stores.gates.get(accountId), accountId, at);
    const told = readings.reduce((known, reading) => learnRate(known, reading, inFlight), gate);
    const known = readings.length === 0 && isUnsaid(outcome) ? notMade(told) : told;
    stores.gates.put(learnOutcome(known, { requestId: id, startedAt: lease.startedAt, outcome }, at, random));
    const isWanted = !(await isSuperseded(stores, request));
    const moved = afterCall(request, outcome, isWanted, at, random);
    await putMoved(stores, moved);
    const run = request.run === '' ? undefined : await stores.runs.get(request.run);
    if (run && moved?.state === 'settled') stores.runs.put(afterAnswer(run, request, outcome));
  });
}

/** Whether the provider was not even asked. */
const isUnsaid = (outcome: Outcome): boolean =>
  outcome.kind !== 'accepted' && ['offline', 'permission', 'account', 'storage', 'characters'].includes(outcome.reason);

function afterCall(earlier: PinRequest, outcome: Outcome, isWanted: boolean, at: number, random: number) {
  const { tries, triedForMs = 0, createdAt } = earlier;
  const fate = fateOf(outcome, tries, triedForMs, earlier.outcome);
  // Whoever has seen that it failed and is tried again has not seen how it ended.
  if (fate === 'settle') return settle(earlier, outcome, at);
  const request = outcome.kind === 'unknown' ? { ...earlier, mayBeDone: true } : earlier;
  // A later wish for the same message must not be undone by this one.
  if (!isWanted) return move(request, 'yield', at, outcome);
  // What its account was refused for goes to the end of the line, and is told anew.
  if (fate === 'pause') return move({ ...request, seen: false }, 'hold', placeInLine(at), outcome);
  if (fate === 'hold') return move(request, 'hold', placeInLine(Math.min(createdAt, at)), outcome);
  const pause = backoff(tries, random);
  return move({ ...request, triedForMs: triedForMs + pause, pausedAt: at }, 'retry', at + pause, outcome);
}

/** Ends a request with its outcome. */
export function settle(request: PinRequest, outcome: Outcome, at: number): PinRequest | null {
  return move({ ...request, seen: false }, 'settle', at, request.mayBeDone ? withDoubt(outcome) : outcome);
}

/** A refusal says nothing of an earlier call that had no answer: that one may have been carried out. */
function withDoubt(outcome: Outcome): Outcome {
  if (outcome.kind === 'accepted' || outcome.kind === 'unknown') return outcome;
  const { status, detail, trace }: Failure = outcome;
  return failure('unknown', 'earlier', { status, detail, trace });
}
