import * as v from 'valibot';
import { type FailureKind, isSharedReason, type Outcome, reasons } from './outcome';
import type { Provider } from './provider';

/** The kinds of outcomes. */
export const outcomeKinds = ['accepted', ...(Object.keys(reasons) as FailureKind[])] as const;

/** Validates outcomes that come back from disk, part by part; `isSoundOutcome` checks which parts belong together. */
export const outcomeSchema = v.object({
  kind: v.picklist(outcomeKinds),
  receipt: v.nullish(v.object({ name: v.string(), value: v.string() })),
  reason: v.nullish(v.string()),
  until: v.nullish(v.number()),
  status: v.nullish(v.number()),
  detail: v.nullish(v.string()),
  trace: v.nullish(v.string()),
}) as v.GenericSchema<unknown, Outcome>;

/** Tells whether a failure has a reason of its kind, or one of the provider's own: only these have sentences. */
export const isSoundOutcome = (
  outcome: Outcome,
  { unauthorizedReasons }: Pick<Provider, 'unauthorizedReasons'>,
): boolean =>
  outcome.kind === 'accepted' ||
  isSharedReason(outcome) ||
  (outcome.kind === 'unauthorized' && unauthorizedReasons.includes(outcome.reason));
