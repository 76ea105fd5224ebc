import type { Outcome } from '../../providers';

/** The events to which an outcome leads. `pause`: like `hold`, but the request goes to the end of its line. */
export type Consequence = 'settle' | 'retry' | 'pause' | 'hold';

const consequences: Readonly<Record<Outcome['kind'], Consequence>> = {
  accepted: 'settle',
  rejected: 'settle',
  unauthorized: 'pause',
  'rate-limited': 'hold',
  unavailable: 'retry',
  unknown: 'retry',
};
/** The consequences of reasons that differ from the consequence of their kind. */
const consequencesByReason: Readonly<Partial<Record<string, Consequence>>> = {
  account: 'settle',
  permission: 'pause',
  disconnected: 'pause',
  storage: 'pause',
  offline: 'hold',
  undocumented: 'settle',
};

/** A request is given up only after this many tries and this long. */
const giveUpAfter = { tries: 10, triedForMs: 24 * 60 * 60_000 };

/**
 * Decides what happens to a request after a call.
 * @param tries the number of calls so far, with this one
 * @param triedForMs the sum of the pauses between them
 * @param previous the outcome of the call before
 */
export function consequenceOf(
  outcome: Outcome,
  tries: number,
  triedForMs: number,
  previous: Outcome | null = null,
): Consequence {
  const reason = outcome.kind === 'accepted' ? '' : outcome.reason;
  // The account has been checked by the user since the first refusal, so this request itself is forbidden.
  if (reason === 'forbidden' && previous?.kind === 'unauthorized' && previous.reason === 'forbidden') return 'settle';
  const consequence = consequencesByReason[reason] ?? consequences[outcome.kind];
  const isGivenUp = tries >= giveUpAfter.tries && triedForMs >= giveUpAfter.triedForMs;
  return consequence === 'retry' && isGivenUp ? 'settle' : consequence;
}

/**
 * Returns the pause before the next try, in ms: one second, and a span that grows fourfold with each try up to four
 * hours. Half of the span is random, so that requests that failed together do not all return together.
 */
export function backoffMs(tries: number, random: number): number {
  const spanMs = Math.min(4 * 60 * 60_000, 1_000 * 4 ** (tries - 1));
  return Math.round(1_000 + spanMs / 2 + (random * spanMs) / 2);
}
