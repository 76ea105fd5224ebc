import * as v from 'valibot';
import type { PinsStores } from './stores';

/** A number that the queue keeps about itself. `sequence`: the last one given. `prunedAt`: unix ms of the last pruning. */
export const bookkeepingSchema = v.object({ id: v.picklist(['sequence', 'prunedAt']), value: v.number() });
export type Bookkeeping = v.InferOutput<typeof bookkeepingSchema>;

/**
 * Reserves the next `count` sequence numbers and returns the first. To be called in the transaction that writes the
 * rows they number. The numbers only grow, whatever the clock says.
 */
export async function takeSequence({ bookkeeping }: Pick<PinsStores, 'bookkeeping'>, count = 1): Promise<number> {
  const last = (await bookkeeping.get('sequence'))?.value ?? 0;
  bookkeeping.put({ id: 'sequence', value: last + count });
  return last + 1;
}
