import type { AccountGate } from './account-gate';
import { keyPrefixOf } from './message-key';
import { hasFailed, type PinRequest } from './request';
import { counterOf, type Run } from './run';
import type { PinsStores } from './stores';

/** The maximum number of rows that one transaction reads or removes. */
const maxRowsAtOnce = 100;

/**
 * `more`: call again at once. `waiting`: open requests of a deleted account have to end first. `emptied`: the id of an
 * account of which only the gate remains, which the caller removes.
 */
export type ForgetResult = 'done' | 'more' | 'waiting' | { emptied: string };

/** Removes some of what is stored about the accounts that were deleted: requests, pins and aliases. */
export async function forgetDeletedAccounts(stores: PinsStores): Promise<ForgetResult> {
  let result: ForgetResult = 'done';
  for (const gate of await stores.gates.all()) {
    if (!gate.isGone) continue;
    if (await hasOpenRequests(stores, gate.id)) result = 'waiting';
    else return (await forgetSome(stores, gate)) ? 'more' : { emptied: gate.id };
  }
  return result;
}

async function hasOpenRequests({ requests }: PinsStores, accountId: string): Promise<boolean> {
  for await (const _ of requests.walk('turn', [accountId])) return true;
  for await (const request of requests.walk('state', ['sending'])) if (request.accountId === accountId) return true;
  return false;
}

/** Removes some rows of an account. Returns whether there were any. */
async function forgetSome(stores: PinsStores, gate: AccountGate): Promise<boolean> {
  const forgottenTo = await forgetRequests(stores, gate);
  if (forgottenTo !== null) {
    stores.gates.put({ ...gate, forgottenTo });
    return true;
  }
  for (const store of [stores.newest, stores.aliases, stores.pins]) {
    if ((await store.removeSome(keyPrefixOf(gate.id), maxRowsAtOnce)) > 0) return true;
  }
  return false;
}

/**
 * Removes some requests of an account from the store and from the counts of their runs. Returns the sequence number of
 * the last one that was read, or null if there are no more.
 */
async function forgetRequests(
  stores: PinsStores,
  { id, goneAt = 0, forgottenTo = 0 }: AccountGate,
): Promise<number | null> {
  const { requests, runs } = stores;
  const changedRuns = new Map<string, Run>();
  const page = await requests.page('account', [id], maxRowsAtOnce, [forgottenTo]);
  for (const request of page) {
    const mustBeKept = hasFailed(request) && (request.settledAt ?? 0) >= goneAt;
    if (mustBeKept) continue;
    requests.remove(request.id);
    const run = changedRuns.get(request.run) ?? (request.run === '' ? undefined : await runs.get(request.run));
    if (run) changedRuns.set(run.id, withoutRequest(run, request));
  }
  for (const run of changedRuns.values()) {
    if (run.total === 0) runs.remove(run.id);
    else runs.put(run);
  }
  return page.at(-1)?.sequence ?? null;
}

function withoutRequest(run: Run, request: PinRequest): Run {
  const counter = counterOf(request);
  return { ...run, total: run.total - 1, [counter]: run[counter] - 1 };
}
