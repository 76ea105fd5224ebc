import * as v from 'valibot';
import { type Outcome, outcomeSchema } from '../../providers';
import type { PinRequest } from './request';

/** A failure, and the account in which it happened. */
const troubleSchema = v.object({ accountName: v.string(), providerId: v.string(), outcome: outcomeSchema });

/**
 * Many requests that were made together. While a run is `loading`, its requests are still being added. Requests are
 * sent only while it is `running`. The unsent requests of a `cancelled` run are never sent. Times are unix ms.
 */
export const runSchema = v.object({
  id: v.string(),
  /** The name of the file that its messages came from; empty for pasted text. */
  name: v.string(),
  createdAt: v.number(),
  /** The position in the order in which runs and requests were made. */
  sequence: v.pipe(v.number(), v.integer()),
  state: v.picklist(['loading', 'running', 'paused', 'cancelled']),
  /** The number of its requests, and how many of them ended in which way. */
  total: v.number(),
  accepted: v.number(),
  failed: v.number(),
  /** Requests that were cancelled, or replaced by a later request for the same message. */
  dropped: v.number(),
  /** When its latest request ended; null before the first. */
  lastEndedAt: v.nullable(v.number()),
  /** The latest failure, until the user has looked at the runs. */
  trouble: v.nullable(troubleSchema),
  /** The latest refusal as a text, and the number of times that it came in a row. */
  refusal: v.nullish(v.object({ words: v.string(), count: v.number() })),
  /** The failure for which Pushpin paused the run, until the user continues it. */
  stopped: v.nullish(troubleSchema),
  /** The id of the run whose failed requests are tried again in this one. */
  retryOf: v.nullish(v.string()),
});
export type Run = v.InferOutput<typeof runSchema>;

/** Returns a run without requests. */
export const newRun = (parts: Pick<Run, 'id' | 'name' | 'createdAt' | 'sequence' | 'retryOf'>): Run => ({
  state: 'loading',
  total: 0,
  accepted: 0,
  failed: 0,
  dropped: 0,
  lastEndedAt: null,
  trouble: null,
  ...parts,
});

/** Returns how many requests of a run have not ended. */
export const remainingCountOf = ({ total, accepted, failed, dropped }: Run): number =>
  total - accepted - failed - dropped;

/** Returns the counter of a run that a request of this state and outcome belongs to. */
export function counterOf({ state, outcome }: Pick<PinRequest, 'state' | 'outcome'>) {
  if (state !== 'settled') return 'dropped';
  return outcome?.kind === 'accepted' ? 'accepted' : 'failed';
}

/** The number of equal refusals in a row after which a run pauses itself. */
const maxEqualRefusals = 10;

/**
 * Returns a run after one of its requests was answered for good. After ten equal refusals in a row the run pauses,
 * because their cause is hardly in the individual messages. After the user continues it, the count goes on, so it does
 * not pause again.
 */
export function afterAnswer(run: Run, { accountName, providerId }: PinRequest, outcome: Outcome): Run {
  if (outcome.kind === 'accepted') return { ...run, refusal: null };
  // With `not-listed`, Pushpin has not found the message and the provider has refused nothing.
  if (outcome.kind !== 'rejected' || outcome.reason === 'not-listed') return run;
  const words = [outcome.reason, outcome.status, outcome.detail].join(' ');
  const count = run.refusal?.words === words ? run.refusal.count + 1 : 1;
  const isPaused = count === maxEqualRefusals && run.state === 'running' && remainingCountOf(run) > 0;
  return {
    ...run,
    refusal: { words, count },
    ...(isPaused ? { state: 'paused', stopped: { accountName, providerId, outcome } } : {}),
  };
}
