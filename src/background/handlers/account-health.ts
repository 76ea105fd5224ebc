import * as v from 'valibot';
import { closureOf, type GateReason, gateNow } from '../../pins/queue/account-gate';
import { now } from '../../platform/clock';
import { intent } from '../../platform/handle-messages';
import { queue, requestQueries } from '../services';

/** The reason why an account sends nothing now, and its end. */
export interface AccountClosure {
  accountId: string;
  reason: GateReason;
  /** When the account may send again, in unix ms; null if only the user can let it send. */
  until: number | null;
}

/** Messages of the options page about accounts that send nothing. */
export const healthIntents = {
  'account health': intent(v.object({}), async (): Promise<AccountClosure[]> => {
    const gates = await requestQueries.gates();
    return gates.flatMap((gate) => {
      const closure = closureOf(gateNow(gate, gate.id, now()), now());
      return closure ? [{ accountId: gate.id, reason: closure.reason, until: closure.until }] : [];
    });
  }),

  /** Lets an account send again, for whatever reason its gate is closed. */
  'resume account': intent(v.object({ id: v.string() }), ({ id }) => queue.reopen(id)),
};
