import { forgetDeletedAccounts } from './forget-account';
import { ageLimit, type EndedKey, goBack, isBefore, maxKeptRequests, pruneRequests, pruneRuns } from './prune';
import type { QueueParts } from './queue-parts';
import { isPast } from './rate-window';
import type { PinsDisk } from './stores';

/** Removes what is no longer kept, in small transactions, while nothing can be sent. */
export interface Housekeeping {
  /** Does one small piece of work. Resolves to whether there is more to do now. Never rejects. */
  doSome(): Promise<boolean>;
  /** Must be called after an account was deleted. */
  accountDeleted(): void;
}

/** The minimum time between two prunings, in ms, however many workers start in between. */
const pruneIntervalMs = 24 * 60 * 60_000;
/** The number of requests that one transaction examines. */
const maxExamined = 100;
/** The number of requests that one transaction skips to find the oldest one that is kept. */
const maxCounted = 1_000;

type HousekeepingParts = Pick<QueueParts, 'disk' | 'now' | 'deleteAccount'>;

export function createHousekeeping({ disk, now, deleteAccount }: HousekeepingParts): Housekeeping {
  let mayHaveDeletedAccounts = true;
  const pruning = prune(disk, now);

  async function forget(): Promise<boolean> {
    const result = await disk.writeRelaxed(forgetDeletedAccounts);
    mayHaveDeletedAccounts = result !== 'done';
    if (typeof result === 'object') {
      // An earlier worker may have been terminated before it deleted the account, so the gate is removed afterwards.
      await deleteAccount(result.emptied);
      await disk.writeRelaxed(async ({ gates }) => gates.remove(result.emptied));
    }
    return result === 'more' || typeof result === 'object';
  }

  return {
    async doSome() {
      try {
        if (mayHaveDeletedAccounts && (await forget())) return true;
        return !(await pruning.next()).done;
      } catch {
        // The disk failed. A later worker does the rest, and sending continues.
        mayHaveDeletedAccounts = false;
        return false;
      }
    },
    accountDeleted() {
      mayHaveDeletedAccounts = true;
    },
  };
}

/** Prunes once, if that is due. Each step is one small transaction. */
async function* prune(disk: PinsDisk, now: () => number): AsyncGenerator<void> {
  const prunedAt = (await disk.read(({ bookkeeping }) => bookkeeping.get('prunedAt')))?.value ?? 0;
  if (isPast(prunedAt, now()) && now() - prunedAt < pruneIntervalMs) return;

  let limit = ageLimit(now());
  let key: EndedKey | undefined;
  for (let count = 0; count < maxKeptRequests; count += maxCounted) {
    key = await disk.read((stores) => goBack(stores, maxCounted, key));
    if (!key) break;
    yield;
  }
  if (key && isBefore(limit, key)) limit = key;

  await disk.writeRelaxed((stores) => pruneRuns(stores, limit));
  let after: EndedKey | null = null;
  do {
    yield;
    after = await disk.writeRelaxed((stores) => pruneRequests(stores, limit, after, maxExamined, now()));
  } while (after);
  await disk.writeRelaxed(async ({ bookkeeping }) => bookkeeping.put({ id: 'prunedAt', value: now() }));
}
