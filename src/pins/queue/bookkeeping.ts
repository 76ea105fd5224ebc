import * as v from 'valibot';
import type { PinsStores } from './stores';

/** A number that the queue keeps about itself. `sequence`: the last one given. `prunedAt`: unix ms of the last pruning. */
export const bookkeepingSchema = v.object({ id: v.picklist(['sequence', 'prunedAt']), value: v.number() });
export type Bookkeeping = v.InferOutput<typeof bookkeepingSchema>;

/**
 * Takes the next sequence numbers, in the transaction that writes what they number. They only grow, whatever the clock
 * says. Returns the first of `count` numbers.
 */
export async function takeSequence({ bookkeeping }: Pick<PinsStores, 'bookkeeping'>, count = 1): Promise<number> {
  const last = (await bookkeeping.get('sequence'))?.value ?? 0;
  bookkeeping.put({ id: 'sequence', value: last + count });
  return last + 1;
}
