import { type Failure, failure, type Outcome, type RateReading } from '../../providers';
import { gateAfter, gateNow, learnRate, returnCall } from './account-gate';
import { takeSequence } from './bookkeeping';
import type { PinRequest } from './request';
import { applyEvent, queuedTurn } from './request-states';
import { backoffMs, consequenceOf } from './retry';
import { afterAnswer } from './run';
import { saveRequest } from './save-request';
import type { PinsStores } from './stores';
import { isSuperseded } from './superseded';

/** A call that has ended. */
export interface FinishedCall {
  outcome: Outcome;
  /** The rate limits that the answers named. */
  readings: readonly RateReading[];
  /** How many other calls of the account are still under way. */
  inFlight: number;
}

/** The time in unix ms, and a random number from 0 to 1 for the pause before the next try. */
interface Context {
  now: number;
  random: number;
}

/** Reads what `finishCall` needs, all at once. */
export const readForEnd = (
  { requests, pins, gates, runs }: PinsStores,
  { id, messageKey, accountId, run }: PinRequest,
): Promise<unknown> =>
  Promise.all([requests.get(id), pins.get(messageKey), gates.get(accountId), run === '' ? undefined : runs.get(run)]);

/** Writes the end of a request's call to the request, its pin, its account and its run, inside a transaction. */
export async function finishCall(
  stores: PinsStores,
  id: string,
  { outcome, readings, inFlight }: FinishedCall,
  context: Context,
): Promise<void> {
  const request = await stores.requests.get(id);
  if (!request || request.callStartedAt === null) return;
  const { accountId, callStartedAt: startedAt } = request;
  const gate = gateNow(await stores.gates.get(accountId), accountId, context.now);
  const withRate = readings.reduce((learnt, reading) => learnRate(learnt, reading, inFlight), gate);
  const counted = readings.length === 0 && isNotSent(outcome) ? returnCall(withRate) : withRate;
  stores.gates.put(gateAfter(counted, { requestId: id, startedAt, outcome }, context.now, context.random));
  const changed = await afterCall(stores, request, outcome, context);
  await saveRequest(stores, changed);
  const run = request.run === '' ? undefined : await stores.runs.get(request.run);
  if (run && changed?.state === 'settled') stores.runs.put(afterAnswer(run, request, outcome));
}

/** Returns whether nothing was sent to the provider. */
const isNotSent = (outcome: Outcome): boolean =>
  outcome.kind !== 'accepted' && ['offline', 'permission', 'account', 'storage', 'characters'].includes(outcome.reason);

async function afterCall(
  stores: PinsStores,
  request: PinRequest,
  outcome: Outcome,
  { now, random }: Context,
): Promise<PinRequest | null> {
  const { tries, triedForMs = 0 } = request;
  const consequence = consequenceOf(outcome, tries, triedForMs, request.outcome);
  if (consequence === 'settle') return settle(request, outcome, now);
  const triedRequest = outcome.kind === 'unknown' ? { ...request, mayBeDone: true } : request;
  // Another try must not undo what was requested later for the same message.
  if (await isSuperseded(stores, request)) return applyEvent(triedRequest, 'yield', now, { outcome });
  // A refusal of the account is shown again, and the request moves to the end of its line.
  if (consequence === 'pause') {
    const turn = queuedTurn(await takeSequence(stores));
    return applyEvent({ ...triedRequest, seen: false }, 'hold', now, { outcome, turn });
  }
  if (consequence === 'hold') return applyEvent(triedRequest, 'hold', now, { outcome });
  const pauseMs = backoffMs(tries, random);
  const pausedRequest = { ...triedRequest, triedForMs: triedForMs + pauseMs, pausedAt: now };
  return applyEvent(pausedRequest, 'retry', now, { outcome, dueAt: now + pauseMs });
}

/** Settles a request and marks it as unseen, because the user may only have seen that it would be retried. */
export function settle(request: PinRequest, outcome: Outcome, now: number): PinRequest | null {
  const finalOutcome = request.mayBeDone ? withDoubt(outcome) : outcome;
  return applyEvent({ ...request, seen: false }, 'settle', now, { outcome: finalOutcome });
}

/** Turns a failure into `unknown`, because an earlier call of the request got no answer and may have carried it out. */
function withDoubt(outcome: Outcome): Outcome {
  if (outcome.kind === 'accepted' || outcome.kind === 'unknown') return outcome;
  const { status, detail, trace }: Failure = outcome;
  return failure('unknown', 'earlier', { status, detail, trace });
}
