import { mayBePinned } from '../board/pin';
import { removeAliasesOf } from './aliases';
import { hasFailed, type PinRequest } from './request';
import { type Run, remainingCountOf } from './run';
import type { PinsStores } from './stores';

/** What has ended is kept for so long, and at most so many requests. A setting will replace these. */
const maxKeptMs = 90 * 24 * 60 * 60_000;
export const maxKeptRequests = 10_000;

/** A position in the order in which requests ended. Two that ended at the same time are ordered by their sequence. */
export type EndedKey = readonly [settledAt: number, sequence: number];

/** Returns the position before which all requests are too old. */
export const ageLimit = (now: number): EndedKey => [now - maxKeptMs, 0];

/** Goes back some requests from the latest that ended, or from a position. Undefined: there are not as many. */
export const goBack = ({ requests }: Pick<PinsStores, 'requests'>, count: number, from?: EndedKey) =>
  requests.keyBack('settled', count, from) as Promise<EndedKey | undefined>;

export const isBefore = ([settledAt, sequence]: EndedKey, other: EndedKey): boolean =>
  settledAt < other[0] || (settledAt === other[0] && sequence < other[1]);

/** Removes the runs that ended before the limit and whose failures the user has seen. Their requests follow. */
export async function pruneRuns({ runs }: Pick<PinsStores, 'runs'>, limit: EndedKey): Promise<void> {
  for (const run of await runs.all()) {
    const endedAt = run.lastEndedAt ?? run.createdAt;
    if (hasEnded(run) && !run.trouble && endedAt < limit[0]) runs.remove(run.id);
  }
}

const hasEnded = (run: Run): boolean => run.state !== 'loading' && remainingCountOf(run) === 0;

/**
 * Looks at `count` requests that ended before the limit, and removes those that are not needed. `after` is where the last
 * call stopped. Returns where to go on, or null at the end.
 */
export async function pruneRequests(
  stores: PinsStores,
  limit: EndedKey,
  after: EndedKey | null,
  count: number,
  now: number,
): Promise<EndedKey | null> {
  const page = await stores.requests.page('settled', [], count, after ?? []);
  const requests = page.filter((request) => isBefore(endedKeyOf(request), limit));
  const last = requests.at(-1);
  // Read at the same time: one by one, it takes ten times as long.
  const facts = await Promise.all(
    requests.map(async (request) => ({ request, ...(await lookUp(stores, request, now)) })),
  );
  const removed = new Set<string>();
  for (const { request, isNeeded, isNewest, hasPrevious, hasDeadPin } of facts) {
    const { id, previousId, messageKey, accountId } = request;
    // The chain of a message loses its oldest requests first: one that is still open must find the newer ones.
    if (isNeeded || (hasPrevious && !removed.has(previousId ?? ''))) continue;
    removed.add(id);
    stores.requests.remove(id);
    if (!isNewest) continue;
    // With the last request of a message goes what else is stored about that message.
    stores.newest.remove(messageKey);
    if (hasDeadPin) stores.pins.remove(messageKey);
    await removeAliasesOf(stores, accountId, messageKey.split('\n').at(-1) ?? '');
  }
  return last && requests.length === count ? endedKeyOf(last) : null;
}

const endedKeyOf = ({ settledAt, sequence }: PinRequest): EndedKey => [settledAt ?? 0, sequence];

/** Reads what decides whether a request is removed. */
async function lookUp({ requests, newest, pins, runs }: PinsStores, request: PinRequest, now: number) {
  const { id, run, previousId, messageKey, seen } = request;
  const [newestRow, pin, previous, runRow] = await Promise.all([
    newest.get(messageKey),
    pins.get(messageKey),
    previousId === null ? undefined : requests.get(previousId),
    run === '' ? undefined : runs.get(run),
  ]);
  const isNewest = newestRow?.requestId === id;
  const lasts = pin !== undefined && mayBePinned(pin, request.settledAt ?? 0, now);
  return {
    // A run keeps all of its requests, so that its results stay complete.
    isNeeded: runRow !== undefined || (run === '' && hasFailed(request) && !seen) || (isNewest && lasts),
    isNewest,
    hasPrevious: previous !== undefined,
    hasDeadPin: pin?.label === '' && !pin.keep,
  };
}
