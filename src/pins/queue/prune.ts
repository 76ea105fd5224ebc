import { mayBePinned } from '../board/pin';
import { removeAliasesOf } from './aliases';
import { hasFailed, type PinRequest } from './request';
import { leftOf, type Run } from './run';
import type { PinsStores } from './stores';

/** What has ended is kept for so long, and at most so many requests. A setting will replace these. */
export const maxKeptMs = 90 * 24 * 60 * 60_000;
export const maxKeptRequests = 10_000;
/** How many requests are looked at in one transaction. */
const maxLookedAt = 100;

/** A place in the order in which requests ended. Two that ended at the same time are ordered by their sequence. */
export interface EndedAt {
  settledAt: number;
  sequence: number;
}

/** Returns the place before which everything is too old, or beyond the number that is kept. */
export async function pruneLimit({ requests }: Pick<PinsStores, 'requests'>, now: number): Promise<EndedAt> {
  const byAge = { settledAt: now - maxKeptMs, sequence: 0 };
  const excess = (await requests.count('settled', [])) - maxKeptRequests;
  const key = excess > 0 ? await requests.keyAt('settled', excess) : undefined;
  if (!key) return byAge;
  const byCount = { settledAt: Number(key[0]), sequence: Number(key[1]) };
  return isBefore(byCount, byAge) ? byAge : byCount;
}

/** Removes the runs that ended before the limit and whose failures the user has seen. Their requests follow. */
export async function pruneRuns({ runs }: Pick<PinsStores, 'runs'>, limit: EndedAt): Promise<void> {
  for (const run of await runs.all()) {
    const endedAt = run.lastEndedAt ?? run.createdAt;
    if (hasEnded(run) && !run.trouble && endedAt < limit.settledAt) runs.remove(run.id);
  }
}

/**
 * Removes requests that ended before the limit, some in one transaction. `after` is where the last transaction stopped;
 * null at the start. Returns where to go on, or null at the end.
 */
export async function pruneRequests(
  stores: PinsStores,
  limit: EndedAt,
  after: EndedAt | null,
  now: number,
): Promise<EndedAt | null> {
  let lookedAtCount = 0;
  const start = after ? [after.settledAt, after.sequence] : [];
  for await (const request of stores.requests.walk('settled', [], { after: start })) {
    const place = { settledAt: request.settledAt ?? 0, sequence: request.sequence };
    if (!isBefore(place, limit)) return null;
    if (!(await isNeeded(stores, request, now))) await removeRequest(stores, request);
    lookedAtCount += 1;
    if (lookedAtCount === maxLookedAt) return place;
  }
  return null;
}

const isBefore = (a: EndedAt, b: EndedAt): boolean =>
  a.settledAt < b.settledAt || (a.settledAt === b.settledAt && a.sequence < b.sequence);

const hasEnded = (run: Run): boolean => run.state !== 'loading' && leftOf(run) === 0;

/** Whether a request is kept however old it is. */
async function isNeeded(stores: PinsStores, request: PinRequest, now: number): Promise<boolean> {
  const { id, run, previousId, messageKey, seen } = request;
  // A run keeps all of its requests, so that its results stay complete.
  if (run !== '' && (await stores.runs.get(run))) return true;
  if (run === '' && hasFailed(request) && !seen) return true;
  // The chain of a message loses its oldest requests first: one that is still open must find the newer ones.
  if (previousId !== null && (await stores.requests.get(previousId))) return true;
  const pin = await stores.pins.get(messageKey);
  if (!pin || !mayBePinned(pin, request.settledAt ?? now, now)) return false;
  return (await stores.newest.get(messageKey))?.requestId === id;
}

/** Removes a request, and with the last request of a message what else is stored about that message. */
async function removeRequest(stores: PinsStores, { id, accountId, messageKey }: PinRequest): Promise<void> {
  const { requests, newest, pins } = stores;
  requests.remove(id);
  if ((await newest.get(messageKey))?.requestId !== id) return;
  newest.remove(messageKey);
  await removeAliasesOf(stores, accountId, messageKey.split('\n').at(-1) ?? '');
  const pin = await pins.get(messageKey);
  if (pin?.label === '' && !pin.keep) pins.remove(messageKey);
}
