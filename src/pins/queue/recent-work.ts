import type { WrittenRows } from '../../platform/database';
import type { PinRequest } from './request';
import { isOpen } from './request-states';
import { type Run, remainingCountOf } from './run';
import type { StoredRows } from './stores';

/** The requests and runs that the toolbar icon shows. */
export interface Work {
  /** The latest requests of gestures, newest first. */
  latest: PinRequest[];
  /** The number of requests that have not ended, including those of runs. */
  openCount: number;
  /** The runs with open requests or a failure that the user has not looked at, newest first. */
  runs: Run[];
}

/** The rows from which `Work` is made: the latest and all open requests of gestures, and all runs. */
export interface WorkRows {
  requests: readonly PinRequest[];
  runs: readonly Run[];
}

/**
 * The latest work, kept in memory: it is read from the disk once, and then updated with the rows that are written. The
 * cost of showing it does not grow with the length of the queue, the size of runs or the number of ended requests.
 */
export interface RecentWork {
  /**
   * Applies the rows of a transaction. Returns whether they include a request of a gesture and should be shown at once.
   */
  follow(written: WrittenRows<StoredRows>): boolean;
  /** Returns the work. Rejects if it could not be read from the disk. */
  read(): Promise<Work>;
}

/** The number of latest requests among which an unseen failure or success is looked for. */
export const recentCount = 200;
/** Requests of gestures are shown at once as long as no more than these are open. */
const maxUrgentCount = 5;

/** @param load reads the rows from the disk */
export function createRecentWork(load: () => Promise<WorkRows>): RecentWork {
  const requests = new Map<string, PinRequest>();
  const runs = new Map<string, Run>();
  /** The number of open requests of gestures when the work was read last. */
  let openGestureCount = 0;
  let loading: Promise<void> | null = null;
  /**
   * The rows that are written during a read of the disk, and may be newer than its answer; null if no read is under
   * way.
   */
  let unapplied: WrittenRows<StoredRows>[] | null = null;

  function setRun(run: Run): void {
    if (remainingCountOf(run) > 0 || run.trouble) runs.set(run.id, run);
    else runs.delete(run.id);
  }

  function apply(written: WrittenRows<StoredRows>): void {
    for (const [id, request] of written.requests ?? []) {
      if (request?.run === '') requests.set(id, request);
      // An older request may now be one of the latest, so they are read again.
      else if (!request && requests.has(id)) loading = null;
    }
    for (const [id, run] of written.runs ?? []) {
      if (run) setRun(run);
      else runs.delete(id);
    }
  }

  async function start(): Promise<void> {
    unapplied = [];
    const rows = await load();
    requests.clear();
    runs.clear();
    for (const request of rows.requests) requests.set(request.id, request);
    rows.runs.forEach(setRun);
    unapplied.forEach(apply);
    unapplied = null;
  }

  return {
    follow(written) {
      if (unapplied) unapplied.push(written);
      else if (loading) apply(written);
      return (
        openGestureCount <= maxUrgentCount &&
        [...(written.requests?.values() ?? [])].some((request) => request?.run === '')
      );
    },
    async read() {
      loading ??= start().catch((error: unknown) => {
        loading = null;
        throw error;
      });
      await loading;
      const newestFirst = [...requests.values()].sort(bySequence);
      for (const request of newestFirst.slice(recentCount)) if (!isOpen(request)) requests.delete(request.id);
      openGestureCount = newestFirst.filter(isOpen).length;
      const activeRuns = [...runs.values()].sort(bySequence);
      const openCount = activeRuns.reduce((sum, run) => sum + remainingCountOf(run), openGestureCount);
      return { latest: newestFirst.slice(0, recentCount), openCount, runs: activeRuns };
    },
  };
}

const bySequence = (one: { sequence: number }, other: { sequence: number }): number => other.sequence - one.sequence;
