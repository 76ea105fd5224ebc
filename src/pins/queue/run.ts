import * as v from 'valibot';
import { type Outcome, outcomeSchema } from '../../providers';
import type { PinRequest } from './request';

/** A failure, and whose it is. */
const troubleSchema = v.object({ accountName: v.string(), providerId: v.string(), outcome: outcomeSchema });

/**
 * Many requests that were asked for together. `loading`: they are still being handed over. Only a `running` one is sent
 * from; of a `cancelled` one what was not sent yet never is. Times are unix ms.
 */
export const runSchema = v.object({
  id: v.string(),
  /** Where its messages came from, for people: a file's name; empty for a pasted text. */
  name: v.string(),
  createdAt: v.number(),
  state: v.picklist(['loading', 'running', 'paused', 'cancelled']),
  /** Requests in it, and how many of them ended how. */
  total: v.number(),
  accepted: v.number(),
  failed: v.number(),
  /** Cancelled, or replaced by a later request for the same message. */
  dropped: v.number(),
  /** What went wrong last, until the user has looked at the runs. */
  trouble: v.nullable(troubleSchema),
  /** The refusal that was the last answer, and how often it came in a row. */
  refusal: v.nullish(v.object({ words: v.string(), count: v.number() })),
  /** Why Pushpin has paused it, until the user lets it go on. */
  stopped: v.nullish(troubleSchema),
  /** The run whose failed requests are tried again in this one. */
  retryOf: v.nullish(v.string()),
});
export type Run = v.InferOutput<typeof runSchema>;

/** A run that is yet to be filled. */
export const newRun = (parts: Pick<Run, 'id' | 'name' | 'createdAt'> & Pick<Partial<Run>, 'retryOf'>): Run => ({
  ...{ state: 'loading', total: 0, accepted: 0, failed: 0, dropped: 0, trouble: null },
  ...parts,
});

/** How many of a run's requests have not ended. */
export const leftOf = ({ total, accepted, failed, dropped }: Run): number => total - accepted - failed - dropped;

/** So many equal refusals in a row are about more than their messages. */
const tooManyRefusals = 10;

/**
 * A run after one of its requests was answered for good. The tenth refusal of the same words, with nothing accepted in
 * between, pauses it: whatever is wrong there, the rest would fail as well. Whoever lets it go on then wants the rest.
 */
export function afterAnswer(run: Run, { accountName, providerId }: PinRequest, outcome: Outcome): Run {
  if (outcome.kind === 'accepted') return { ...run, refusal: null };
  // That one the provider has not refused: Pushpin has not found the message.
  if (outcome.kind !== 'rejected' || outcome.reason === 'not-listed') return run;
  const words = [outcome.reason, outcome.status, outcome.detail].join(' ');
  const count = run.refusal?.words === words ? run.refusal.count + 1 : 1;
  const stops = count === tooManyRefusals && run.state === 'running' && leftOf(run) > 0;
  return {
    ...run,
    refusal: { words, count },
    ...(stops ? { state: 'paused', stopped: { accountName, providerId, outcome } } : {}),
  };
}
