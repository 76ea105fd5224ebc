import type { Outcome } from '../../providers';

/**
 * The states of a request, and the events that lead from one to the other. No browser, no disk, no clock.
 * The table of it for people is in INTERNALS.md.
 */
export const requestStates = ['queued', 'waiting', 'sending', 'settled', 'cancelled', 'replaced'] as const;
export type RequestState = (typeof requestStates)[number];

/** What has not ended yet. */
export const openStates = ['queued', 'waiting', 'sending'] as const satisfies readonly RequestState[];
/** What is not at the provider, so that it can still be taken back. */
const unsentStates = ['queued', 'waiting'] as const satisfies readonly RequestState[];

export const isOpen = ({ state }: { state: RequestState }): boolean =>
  (openStates as readonly RequestState[]).includes(state);
export const isUnsent = ({ state }: { state: RequestState }): boolean =>
  (unsentStates as readonly RequestState[]).includes(state);

/** Where each event leads. What has no entry cannot happen there, and changes nothing. */
export const transitions = {
  queued: { claim: 'sending', cancel: 'cancelled', replace: 'replaced', settle: 'settled' },
  waiting: { claim: 'sending', cancel: 'cancelled', replace: 'replaced', settle: 'settled', hasten: 'queued' },
  sending: { settle: 'settled', retry: 'waiting', hold: 'queued', yield: 'replaced' },
  settled: {},
  cancelled: {},
  replaced: {},
} as const satisfies Readonly<Record<RequestState, Partial<Record<RequestEvent, RequestState>>>>;

/**
 * `claim`: its call begins. `settle`: its outcome will not change; without a call, where its account was deleted.
 * `retry`: tried again later. `hold`: nothing of it was done and it is not its fault, so the try does not count.
 * `hasten`: the user wants it now. `replace`: a later wish for the same message takes its place; `yield`: it was on its
 * way then, has failed, and is not tried again.
 */
export type RequestEvent = 'claim' | 'settle' | 'retry' | 'hold' | 'hasten' | 'cancel' | 'replace' | 'yield';

/** The part of a request that the machine moves. Times are unix ms. */
export interface RequestProgress {
  state: RequestState;
  /** Queued: its place in line (see `placeInLine`). Waiting: when it is tried again. Else null. */
  dueAt: number | null;
  /** Calls that were begun and count. */
  tries: number;
  /** The sum of its pauses between tries, in ms: how long it has really been tried. None on disk is 0. */
  triedForMs?: number | undefined;
  /** When the pause before its next try began. */
  pausedAt?: number | undefined;
  /** Whether one of its calls ended without an answer, so that it may have been carried out. */
  mayBeDone?: boolean | undefined;
  /** The call under way: when it began, and until when nobody asks whether its worker still lives. */
  lease: { startedAt: number; until: number } | null;
  settledAt: number | null;
  /** The last call's, also while it waits for another try. */
  outcome: Outcome | null;
}

/** After this time, in ms, it is looked whether the worker that makes the call still lives. Chrome ends one after as long. */
export const leaseMs = 30_000;

/**
 * What a queued request has in the place of a time: it is due whatever the clock says, and all who are queued go by when
 * they were asked for (unix ms), before all who wait for a time. Of `many` that were asked for together each comes after
 * those that were asked for alone, also later; what the user wants tried now comes `first`. Sums with powers of two keep thousandths of a ms apart.
 */
export const placeInLine = (askedAt: number, rank: keyof typeof ranks = 'alone'): number => askedAt - ranks[rank];

const ranks = { first: 3 * 2 ** 41, alone: 2 ** 42, many: 2 ** 41 };

/** Moves a request, or gives null where that cannot happen. `at`: now; for `retry` and `hold` its next `dueAt`. */
export function applyEvent<T extends RequestProgress>(
  request: T,
  event: RequestEvent,
  at: number,
  outcome?: Outcome,
): T | null {
  const to: RequestState | undefined = (transitions[request.state] as Partial<Record<RequestEvent, RequestState>>)[
    event
  ];
  if (!to) return null;
  const tries = request.tries + (to === 'sending' ? 1 : event === 'hold' ? -1 : 0);
  const unsent = to === 'queued' || to === 'waiting';
  return {
    ...request,
    state: to,
    dueAt: !unsent ? null : event === 'hasten' ? placeInLine(at) : at,
    tries,
    lease: to === 'sending' ? { startedAt: at, until: at + leaseMs } : null,
    settledAt: unsent || to === 'sending' ? null : at,
    outcome: outcome ?? request.outcome,
  };
}

/** What a call's outcome does to its request; `pause` holds it back with all others of its account. */
export type Consequence = 'settle' | 'retry' | 'pause' | 'hold';

const fates: Readonly<Record<Outcome['kind'], Consequence>> = {
  accepted: 'settle',
  rejected: 'settle',
  unauthorized: 'pause',
  'rate-limited': 'hold',
  unavailable: 'retry',
  unknown: 'retry',
};
/** Where the reason tells more than the kind. */
const fatesByReason: Readonly<Partial<Record<string, Consequence>>> = {
  account: 'settle',
  permission: 'pause',
  disconnected: 'pause',
  storage: 'pause',
  offline: 'hold',
  undocumented: 'settle',
};

/** A request is given up after so many tries, and not before it was tried for so long. */
const giveUpAfter = { tries: 10, triedForMs: 24 * 60 * 60_000 };

/** @param tries those begun, this one included @param triedForMs its pauses between them @param before the last try's outcome */
export function consequenceOf(
  outcome: Outcome,
  tries: number,
  triedForMs: number,
  before: Outcome | null = null,
): Consequence {
  const reason = outcome.kind === 'accepted' ? '' : outcome.reason;
  // The user has seen to the account since, and it is this request that is forbidden.
  if (reason === 'forbidden' && before?.kind === 'unauthorized' && before.reason === 'forbidden') return 'settle';
  const fate = fatesByReason[reason] ?? fates[outcome.kind];
  return fate === 'retry' && tries >= giveUpAfter.tries && triedForMs >= giveUpAfter.triedForMs ? 'settle' : fate;
}

/** The pause before the next try, in ms: a second, and a span that grows four times each try, half of it by chance. */
export function backoffMs(tries: number, random: number): number {
  const span = Math.min(4 * 60 * 60_000, 1_000 * 4 ** (tries - 1));
  return Math.round(1_000 + span / 2 + (random * span) / 2);
}
