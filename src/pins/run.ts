import * as v from 'valibot';
import { outcomeSchema } from '../providers';

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
  trouble: v.nullable(v.object({ accountName: v.string(), provider: v.string(), outcome: outcomeSchema })),
});
export type Run = v.InferOutput<typeof runSchema>;

/** How many of a run's requests have not ended. */
export const leftOf = ({ total, accepted, failed, dropped }: Run): number => total - accepted - failed - dropped;
