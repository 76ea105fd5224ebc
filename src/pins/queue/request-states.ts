import type { Outcome } from '../../providers';

/**
 * The states of a request and the events that lead from one to another. This file knows no browser, disk or clock.
 * INTERNALS.md "The queue" shows the same table with its reasons.
 */
export const requestStates = ['queued', 'waiting', 'sending', 'settled', 'cancelled', 'replaced'] as const;
export type RequestState = (typeof requestStates)[number];

/** States of requests that have not ended. */
export const openStates = ['queued', 'waiting', 'sending'] as const satisfies readonly RequestState[];
/** States of requests that have no call under way, and so can still be cancelled. */
const unsentStates = ['queued', 'waiting'] as const satisfies readonly RequestState[];

export const isOpen = ({ state }: { state: RequestState }): boolean =>
  (openStates as readonly RequestState[]).includes(state);
export const isUnsent = ({ state }: { state: RequestState }): boolean =>
  (unsentStates as readonly RequestState[]).includes(state);

/** The state that each event leads to. An event without an entry cannot happen in that state and changes nothing. */
export const transitions = {
  queued: { claim: 'sending', cancel: 'cancelled', replace: 'replaced', settle: 'settled' },
  waiting: { claim: 'sending', cancel: 'cancelled', replace: 'replaced', settle: 'settled', hasten: 'queued' },
  sending: { settle: 'settled', retry: 'waiting', hold: 'queued', yield: 'replaced' },
  settled: {},
  cancelled: {},
  replaced: {},
} as const satisfies Readonly<Record<RequestState, Partial<Record<RequestEvent, RequestState>>>>;

/**
 * `claim`: the call begins. `settle`: the outcome is final, without a call if the account was deleted. `retry`: the
 * call is made again later. `hold`: nothing was done and the request is not at fault, so the try does not count.
 * `hasten`: the user wants the request to be sent now. `replace`: a later request for the same message takes its place.
 * `yield`: the call failed, and a later request for the same message exists by now.
 */
export type RequestEvent = 'claim' | 'settle' | 'retry' | 'hold' | 'hasten' | 'cancel' | 'replace' | 'yield';

/**
 * The place of a request in the line of its account and run. The lowest rank is sent first, and within a rank the
 * lowest order. Queued requests are ordered by sequence numbers, so that no clock can hold them up; those that wait are
 * ordered by `dueAt`.
 */
export interface Turn {
  rank: number;
  order: number;
}

/** The ranks of queued requests: tried at once for the user, a single request, one of many requests of one gesture. */
const queuedRanks = { first: 0, single: 1, many: 2 };
export type QueuedRank = keyof typeof queuedRanks;
const waitingRank = 3;

/** Returns the turn of a queued request. `order` is a sequence number. */
export const queuedTurn = (order: number, rank: QueuedRank = 'single'): Turn => ({ rank: queuedRanks[rank], order });
/** Returns the turn of a waiting request. */
export const waitingTurn = (dueAt: number): Turn => ({ rank: waitingRank, order: dueAt });

/** Compares two turns as a function for sorting does. */
export const compareTurns = (a: Turn, b: Turn): number => a.rank - b.rank || a.order - b.order;

/** Returns whether a turn belongs to a small gesture, which is sent before all else. */
export const isInteractive = ({ run, turn }: { run: string; turn: Turn }): boolean =>
  run === '' && turn.rank !== queuedRanks.many;

/** The part of a request that events change. Times are unix ms. */
export interface RequestProgress {
  /** The position in the order in which requests were made. */
  sequence: number;
  state: RequestState;
  /** Null unless the request is queued or waiting. */
  turn: Turn | null;
  /** When a waiting request is sent again; null in the other states. */
  dueAt: number | null;
  /** The number of calls that were made, except those that do not count as a try. */
  tries: number;
  /** The sum of the pauses between tries, in ms; 0 where it is missing on disk. */
  triedForMs?: number | undefined;
  /** When the pause before the next try began. */
  pausedAt?: number | undefined;
  /** Whether one of the calls ended without an answer, so that it may have been carried out. */
  mayBeDone?: boolean | undefined;
  /** When the call that is under way began; null in all states but `sending`. */
  callStartedAt: number | null;
  /** When the request was settled, cancelled or replaced; null while it is open. */
  settledAt: number | null;
  /** The outcome of the last call, also while the request waits for the next one. */
  outcome: Outcome | null;
}

/** How long a call may stay `sending` before the queue checks that its worker is alive, in ms. */
export const leaseMs = 30_000;

/** The data that some events need. */
export interface EventDetails {
  /** The outcome of the call that has ended. */
  outcome?: Outcome;
  /** The new turn, for events that lead to `queued`. By default the request returns to its original place. */
  turn?: Turn;
  /** When to send again, in unix ms, for `retry`. By default at once. */
  dueAt?: number;
}

/** Applies an event that happens now (unix ms). Returns the changed request, or null where the event cannot happen. */
export function applyEvent<T extends RequestProgress>(
  request: T,
  event: RequestEvent,
  now: number,
  { outcome, turn, dueAt = now }: EventDetails = {},
): T | null {
  const events: Partial<Record<RequestEvent, RequestState>> = transitions[request.state];
  const state = events[event];
  if (!state) return null;
  const turns: Partial<Record<RequestState, Turn>> = {
    queued: turn ?? queuedTurn(request.sequence),
    waiting: waitingTurn(dueAt),
  };
  return {
    ...request,
    state,
    turn: turns[state] ?? null,
    dueAt: state === 'waiting' ? dueAt : null,
    tries: request.tries + (state === 'sending' ? 1 : event === 'hold' ? -1 : 0),
    callStartedAt: state === 'sending' ? now : null,
    settledAt: isOpen({ state }) ? null : now,
    outcome: outcome ?? request.outcome,
  };
}
