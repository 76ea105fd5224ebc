import * as v from 'valibot';
import { readBook } from '../../accounts/account-store';
import { closureOf, type GateReason, gateNow } from '../../pins/queue/account-gate';
import { now } from '../../platform/clock';
import { intent } from '../../platform/handle-messages';
import type { Failure } from '../../providers';
import { queue, requestQueries } from '../services';

/** How many of the latest requests are searched for the failure that closed an account's gate. */
const maxSearchedRequests = 200;

/** Shorter waits for a rate limit belong to ordinary sending, in ms. */
const minShownLimitMs = 5_000;

/** Why an account sends nothing now. */
export interface AccountHealth {
  accountId: string;
  reason: GateReason;
  /** Unix ms; null: until the user has done something about it. */
  until: number | null;
  /** The failure that closed the gate, where it is still known. */
  failure: Failure | null;
}

/** Messages of the options page about accounts that send nothing. */
export const healthIntents = {
  'account health': intent(v.object({}), async (): Promise<AccountHealth[]> => {
    const [{ accounts }, gates] = await Promise.all([readBook(), requestQueries.gates()]);
    const closed = accounts.flatMap(({ id, name }) => {
      const gate = gates.find((each) => each.id === id);
      const closure = gate && closureOf(gateNow(gate, id, now()), now());
      const isPacing = closure?.why === 'limit' && (closure.until ?? 0) - now() < minShownLimitMs;
      return closure && !isPacing ? [{ id, name, reason: closure.why, until: closure.until }] : [];
    });
    if (closed.length === 0) return [];
    const [requests, runs] = await Promise.all([requestQueries.latest(maxSearchedRequests), requestQueries.runs()]);
    return closed.map(({ id, name, reason, until }) => {
      const outcomes = [
        ...requests.filter(({ accountId }) => accountId === id).map(({ outcome }) => outcome),
        ...runs.flatMap(({ stopped }) => (stopped?.accountName === name ? [stopped.outcome] : [])),
      ];
      const failure = outcomes.find((outcome): outcome is Failure => isCause(outcome, reason));
      return { accountId: id, reason, until, failure: failure ?? null };
    });
  }),

  /** Lets an account send again, whatever had closed its gate. */
  'resume account': intent(v.object({ id: v.string() }), ({ id }) => queue.reopen(id)),
};

/** Tells whether an outcome closes a gate for that reason. Only a refusal has causes of its own that people can mend. */
const isCause = (outcome: { kind: string } | null, reason: GateReason): boolean =>
  reason === 'unauthorized' && outcome?.kind === 'unauthorized';
