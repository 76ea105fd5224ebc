import { forgetDeletedAccounts } from './forget-account';
import { type EndedAt, pruneLimit, pruneRequests, pruneRuns } from './prune';
import { isPast } from './rate-window';
import type { PinsDisk } from './stores';

/** Removes what is not kept any longer: a small transaction at a time, while nothing can be sent. */
export interface Housekeeping {
  /** Does one small piece of work. Resolves to whether there is more to do now. Never rejects. */
  doSome(): Promise<boolean>;
  /** To be called after an account was deleted. */
  accountDeleted(): void;
}

/** The shortest time between two prunings, in ms, however many workers start in between. */
const pruneIntervalMs = 24 * 60 * 60_000;

/** @param changed called after the rows of a deleted account were removed */
export function createHousekeeping(disk: PinsDisk, now: () => number, changed: () => void): Housekeeping {
  let mayHaveDeletedAccounts = true;
  let isPruned = false;
  let limit: EndedAt | null = null;
  let after: EndedAt | null = null;

  async function forget(): Promise<boolean> {
    const result = await disk.writeRelaxed(forgetDeletedAccounts);
    mayHaveDeletedAccounts = result !== 'done';
    if (result === 'more') changed();
    return result === 'more';
  }

  const isPrunedLately = async (): Promise<boolean> => {
    const prunedAt = await disk.read(({ bookkeeping }) => bookkeeping.get('prunedAt'));
    return prunedAt !== undefined && isPast(prunedAt.value, now()) && now() - prunedAt.value < pruneIntervalMs;
  };

  /** Resolves to whether the pruning has come to its end. */
  async function prune(): Promise<boolean> {
    if (!limit && (await isPrunedLately())) return true;
    limit ??= await disk.read((stores) => pruneLimit(stores, now()));
    const [start, end] = [after, limit];
    after = await disk.writeRelaxed(async (stores) => {
      if (!start) await pruneRuns(stores, end);
      const next = await pruneRequests(stores, end, start, now());
      if (!next) stores.bookkeeping.put({ id: 'prunedAt', value: now() });
      return next;
    });
    return after === null;
  }

  return {
    async doSome() {
      try {
        if (mayHaveDeletedAccounts && (await forget())) return true;
        if (!isPruned) isPruned = await prune();
        return !isPruned;
      } catch {
        // The disk refuses: a later worker does the rest, and sending goes on.
        mayHaveDeletedAccounts = false;
        isPruned = true;
        return false;
      }
    },
    accountDeleted() {
      mayHaveDeletedAccounts = true;
    },
  };
}
