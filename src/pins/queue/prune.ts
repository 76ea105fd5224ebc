import { mayBePinned } from '../board/pin';
import { removeAliasesOf } from './aliases';
import { hasFailed, type PinRequest } from './request';
import { type Run, remainingCountOf } from './run';
import type { PinsStores } from './stores';

/** The time for which requests are kept after they have ended. */
const maxKeptMs = 90 * 24 * 60 * 60_000;
/** The maximum number of ended requests that are kept. */
export const maxKeptRequests = 10_000;

/** A position in the order in which requests ended. Two that ended at the same time are ordered by their sequence. */
export type EndedKey = readonly [settledAt: number, sequence: number];

/** Returns the position before which all requests are too old. */
export const ageLimit = (now: number): EndedKey => [now - maxKeptMs, 0];

/**
 * Returns the position that is `count` requests back from the latest that ended, or from a position; undefined if there
 * are fewer.
 */
export const goBack = ({ requests }: Pick<PinsStores, 'requests'>, count: number, from?: EndedKey) =>
  requests.keyBack('settled', count, from) as Promise<EndedKey | undefined>;

export const isBefore = ([settledAt, sequence]: EndedKey, other: EndedKey): boolean =>
  settledAt < other[0] || (settledAt === other[0] && sequence < other[1]);

/**
 * Removes the runs that ended before the limit and whose failures the user has seen. Their requests are removed
 * afterwards.
 */
export async function pruneRuns({ runs }: Pick<PinsStores, 'runs'>, limit: EndedKey): Promise<void> {
  for (const run of await runs.all()) {
    const endedAt = run.lastEndedAt ?? run.createdAt;
    if (hasEnded(run) && !run.trouble && endedAt < limit[0]) runs.remove(run.id);
  }
}

const hasEnded = (run: Run): boolean => run.state !== 'loading' && remainingCountOf(run) === 0;

/**
 * Examines up to `count` requests that ended before the limit, starting after the position `after`, and removes those
 * that are not needed. Returns the position of the last examined request, or null at the end.
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
  // The reads run in parallel: one after the other they take ten times as long.
  const facts = await Promise.all(
    requests.map(async (request) => ({ request, ...(await lookUp(stores, request, now)) })),
  );
  const removed = new Set<string>();
  for (const { request, isNeeded, isNewest, hasPrevious, canRemovePin } of facts) {
    const { id, previousId, messageKey, accountId } = request;
    // The requests for a message are removed from the oldest on, so that the newest always leads to all that remain.
    if (isNeeded || (hasPrevious && !removed.has(previousId ?? ''))) continue;
    removed.add(id);
    stores.requests.remove(id);
    if (!isNewest) continue;
    // Once the last request for a message is removed, what else is stored about the message is removed too.
    stores.newest.remove(messageKey);
    if (canRemovePin) stores.pins.remove(messageKey);
    await removeAliasesOf(stores, accountId, messageKey.split('\n').at(-1) ?? '');
  }
  return last && requests.length === count ? endedKeyOf(last) : null;
}

const endedKeyOf = ({ settledAt, sequence }: PinRequest): EndedKey => [settledAt ?? 0, sequence];

/** Reads the rows that decide whether a request is removed. */
async function lookUp({ requests, newest, pins, runs }: PinsStores, request: PinRequest, now: number) {
  const { id, run, previousId, messageKey, seen } = request;
  const [newestRow, pin, previous, runRow] = await Promise.all([
    newest.get(messageKey),
    pins.get(messageKey),
    previousId === null ? undefined : requests.get(previousId),
    run === '' ? undefined : runs.get(run),
  ]);
  const isNewest = newestRow?.requestId === id;
  const mayStillBePinned = pin !== undefined && mayBePinned(pin, request.settledAt ?? 0, now);
  return {
    // A run keeps all of its requests, so that its results stay complete.
    isNeeded: runRow !== undefined || (run === '' && hasFailed(request) && !seen) || (isNewest && mayStillBePinned),
    isNewest,
    hasPrevious: previous !== undefined,
    canRemovePin: pin?.label === '' && !pin.keep,
  };
}
