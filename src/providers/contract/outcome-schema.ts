import * as v from 'valibot';
import { type FailureKind, type Outcome, reasons } from './outcome';

/** For outcomes that come back from disk; which parts belong together is `isSoundOutcome`'s to say. */
export const outcomeSchema = v.object({
  kind: v.picklist(['accepted', ...(Object.keys(reasons) as FailureKind[])]),
  receipt: v.nullish(v.object({ name: v.string(), value: v.string() })),
  reason: v.nullish(v.string()),
  until: v.nullish(v.number()),
  status: v.nullish(v.number()),
  detail: v.nullish(v.string()),
  trace: v.nullish(v.string()),
}) as v.GenericSchema<unknown, Outcome>;

/** Whether a failure's reason is one of its kind: each pair has a sentence, others have none. */
export const isSoundOutcome = (outcome: Outcome): boolean =>
  outcome.kind === 'accepted' || (reasons[outcome.kind] as readonly string[]).includes(outcome.reason);
