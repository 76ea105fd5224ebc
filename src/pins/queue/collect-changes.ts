import type { WrittenRows } from '../../platform/database';
import { closureOf } from './account-gate';
import type { PinRequest } from './request';
import type { RequestChange, RequestChanges } from './request-changes';
import type { Run } from './run';
import type { StoredRows } from './stores';

/** Collects the changes for the next message to the open pages. */
export interface ChangeCollector {
  /** Adds the rows of a transaction. Returns whether any of them matters to pages. */
  add(written: WrittenRows<StoredRows>): boolean;
  /** Notes that pages must read everything again, because something besides the stored rows may have changed. */
  addEverything(): void;
  /** Returns what was added since the last call; undefined if the pages must read everything again. */
  take(): RequestChanges | undefined;
}

/** The maximum number of requests and runs in one message. If more have changed, the pages read what they show again. */
export const maxChanges = 1_000;

/** @param now returns unix ms */
export function createChangeCollector(now: () => number): ChangeCollector {
  const requests = new Map<string, RequestChange | null>();
  const runs = new Map<string, Run | null>();
  const gates = new Set<string>();
  /**
   * The last known reason of each account to wait. Most writes of a gate only count a call and leave the reason as it
   * was.
   */
  const closures = new Map<string, string>();
  let hasTooMany = false;

  /**
   * Notes an account whose reason to wait, or its end, has changed. An account that was not seen before counts as
   * changed.
   */
  function addGate(id: string, gate: StoredRows['gates'] | null): void {
    const closure = JSON.stringify(gate && [closureOf(gate, now()), gate.isGone]);
    if (closures.get(id) === closure) return;
    closures.set(id, closure);
    gates.add(id);
  }

  function clear(): void {
    requests.clear();
    runs.clear();
    gates.clear();
  }

  function addEverything(): void {
    hasTooMany = true;
    clear();
  }

  return {
    add(written) {
      for (const [id, gate] of written.gates ?? []) addGate(id, gate);
      for (const [id, request] of written.requests ?? []) requests.set(id, request && changeOf(request));
      for (const [id, run] of written.runs ?? []) runs.set(id, run);
      if (requests.size + runs.size > maxChanges) addEverything();
      return hasTooMany || requests.size + runs.size + gates.size > 0;
    },
    addEverything,
    take() {
      const changes = {
        requests: [...requests.values()].filter((request) => request !== null),
        runs: [...runs.values()].filter((run) => run !== null),
        removed: [...requests, ...runs].flatMap(([id, row]) => (row ? [] : [id])),
        gates: [...gates],
      };
      const isComplete = !hasTooMany;
      hasTooMany = false;
      clear();
      return isComplete ? changes : undefined;
    },
  };
}

/** Returns the part of a request that pages receive when it changes. */
export function changeOf(request: PinRequest): RequestChange {
  const { id, run, sequence, messageKey, accountId, state, settledAt, seen, outcome } = request;
  return { id, run, sequence, messageKey, accountId, state, settledAt, seen, outcome: outcome?.kind ?? null };
}
