import * as v from 'valibot';
import type { Outcome, RateReading } from '../../providers';
import { giveCallBack, isPast, learnWindow, type RateWindow, rateWindowSchema, takeCall } from './rate-window';
import { backoffMs } from './retry';

/**
 * Reasons why an account sends nothing now. `outage`: different requests in a row failed as if the provider were down.
 */
export const gateReasons = [
  'unauthorized',
  'permission',
  'disconnected',
  'limit',
  'server',
  'outage',
  'storage',
] as const;
export type GateReason = (typeof gateReasons)[number];

/** The state that all requests of one account share: whether and when it may make calls. Times are unix ms. */
export const accountGateSchema = v.object({
  /** The id of the account. */
  id: v.string(),
  closed: v.nullable(
    v.object({
      reason: v.picklist(gateReasons),
      /**
       * When the gate lets one call at a time test whether the reason still holds; null if only the user can open it.
       */
      until: v.nullable(v.number()),
      /** When the gate was closed. */
      at: v.number(),
      /** The number of times in a row that the gate closed for this reason. */
      closureCount: v.number(),
    }),
  ),
  /** When the user last opened the gate. Calls that began earlier do not close it again. */
  openedAt: v.number(),
  rateWindow: v.nullable(rateWindowSchema),
  /** The ids of the latest requests that failed as if the provider were down. Any other answer empties the list. */
  failing: v.optional(v.array(v.string())),
  /** Whether the account was deleted. Its open requests are ended unsent, then everything about it is removed. */
  isGone: v.optional(v.boolean()),
  /** When the account was deleted. Requests that failed since then are kept, so that the user learns of them. */
  goneAt: v.optional(v.number()),
  /** The sequence number up to which the requests of a deleted account were removed. */
  forgottenTo: v.optional(v.number()),
});
export type AccountGate = v.InferOutput<typeof accountGateSchema>;

/**
 * The maximum number of calls of one account that may be under way at the same time. Chrome has six connections to a
 * host of HTTP/1.1. Four more calls wait for one of these, so that no connection is idle while the end of a call and the
 * next claim are written to the disk.
 */
const maxCallsAtOnce = 10;
/**
 * The number of further calls that gestures may have under way, so that a gesture need not wait for the calls of a run.
 */
const extraCallsForGestures = 2;
const maxPauseMs = 10 * 60_000;
/** How much a refusal may name too late a time: it is computed from two headers, each rounded to a whole second. */
const maxRoundingMs = 2_000;
/** The number of different requests failing in a row that counts as an outage. */
const outageCount = 3;

export const openGate = (id: string): AccountGate => ({ id, closed: null, openedAt: 0, rateWindow: null });

/**
 * Returns the gate of an account, corrected for a clock that was set back; an open gate if none is stored. A closure
 * that began in the future is dropped or, if only the user can end it, begins now.
 */
export function gateNow(gate: AccountGate | undefined, id: string, now: number): AccountGate {
  if (!gate) return openGate(id);
  const { closed, openedAt, rateWindow } = gate;
  const isVoid = closed && !isPast(closed.at, now);
  return {
    ...gate,
    closed: !isVoid ? closed : closed.until === null ? { ...closed, at: now } : null,
    openedAt: isPast(openedAt, now) ? openedAt : 0,
    rateWindow: rateWindow && isPast(rateWindow.updatedAt, now) ? rateWindow : null,
  };
}

/** Returns why the account may make no call now, and until when; null where it may. */
export function closureOf(
  { closed, rateWindow }: AccountGate,
  now: number,
): { reason: GateReason; until: number | null } | null {
  if (closed && (closed.until === null || now < closed.until)) return { reason: closed.reason, until: closed.until };
  return rateWindow && !takeCall(rateWindow, now) ? { reason: 'limit', until: rateWindow.endsAt } : null;
}

/** Returns how many more calls of an account may be under way at the same time. */
export const callsLeftOf = ({ closed }: AccountGate, inFlight: number, isGesture: boolean): number =>
  (closed ? 1 : maxCallsAtOnce + (isGesture ? extraCallsForGestures : 0)) - inFlight;

/**
 * Lets one call pass. Returns the gate after it, or null if no call may be made now: either the gate is closed (see
 * `closureOf`), or as many calls as allowed are under way.
 */
export function passGate(gate: AccountGate, now: number, inFlight: number, isGesture = false): AccountGate | null {
  if (closureOf(gate, now) || callsLeftOf(gate, inFlight, isGesture) <= 0) return null;
  return { ...gate, rateWindow: gate.rateWindow && takeCall(gate.rateWindow, now) };
}

/** Undoes the pass of a call that was not made. */
export const returnCall = (gate: AccountGate): AccountGate => ({
  ...gate,
  rateWindow: gate.rateWindow && giveCallBack(gate.rateWindow),
});

/** A call that has ended. */
export interface EndedCall {
  requestId: string;
  startedAt: number;
  outcome: Outcome;
}

/** Returns the gate after a call of its account has ended: opened by an answer, or closed by a failure of the account. */
export function gateAfter(gate: AccountGate, call: EndedCall, now: number, random: number): AccountGate {
  const { outcome, startedAt } = call;
  const { closed } = gate;
  const failing = failingAfter(gate, call);
  if (isAnswered(outcome)) return { ...gate, failing, closed: closed && startedAt >= closed.at ? null : closed };
  const isOutage = failing.length >= outageCount && isSignOfOutage(outcome);
  const reason = closingReasonOf(outcome) ?? (isOutage ? 'outage' : null);
  // A start in the future means that the clock was set back, so the call may have begun before the user opened the
  // gate.
  if (!reason || startedAt < gate.openedAt || !isPast(startedAt, now)) return { ...gate, failing };
  // Calls that were under way together count once.
  const closureCount = closed?.reason === reason ? closed.closureCount + (startedAt >= closed.at ? 1 : 0) : 1;
  const until = closedUntil(reason, outcome, closureCount, gate.rateWindow, now, random);
  // An answer to a call that began before the closure never shortens it.
  const isLate = closed !== null && startedAt < closed.at;
  if (isLate && until !== null && (closed.until === null || until < closed.until)) return { ...gate, failing };
  return { ...gate, failing, closed: { reason, until, at: now, closureCount } };
}

function closedUntil(
  reason: GateReason,
  outcome: Outcome,
  closureCount: number,
  rateWindow: RateWindow | null,
  now: number,
  random: number,
): number | null {
  if (reason === 'unauthorized' || reason === 'permission') return null;
  const namedUntil = outcome.kind === 'accepted' ? null : outcome.until;
  const windowEnd = reason === 'limit' && rateWindow ? rateWindow.endsAt : null;
  if (windowEnd !== null && namedUntil !== null && windowEnd > now && isRoundedUp(namedUntil, windowEnd)) {
    return windowEnd;
  }
  if (namedUntil !== null && namedUntil > now) return namedUntil;
  return now + Math.min(maxPauseMs, backoffMs(closureCount + (reason === 'disconnected' ? 2 : 0), random));
}

/** Returns whether a time that a provider names is about the end of a window, which is known more exactly. */
const isRoundedUp = (namedUntil: number, windowEnd: number): boolean =>
  namedUntil >= windowEnd && namedUntil - windowEnd <= maxRoundingMs;

/** Returns whether the provider answered and would accept another call. */
const isAnswered = (outcome: Outcome): boolean =>
  outcome.kind === 'accepted' || outcome.kind === 'rejected' || outcome.reason === 'busy';

/** Returns whether an outcome is typical of an outage of the provider or of the network on the way to it. */
const isSignOfOutage = (outcome: Outcome): boolean =>
  outcome.kind !== 'accepted' && ['server', 'redirect', 'connection', 'timeout'].includes(outcome.reason);

/** Reasons of calls that, as far as is known, never reached the provider, and so say nothing about an outage. */
const neutralReasons: readonly string[] = ['interrupted', 'offline', 'permission', 'account', 'storage', 'characters'];

function failingAfter({ failing = [] }: AccountGate, { requestId, outcome }: EndedCall): string[] {
  if (isSignOfOutage(outcome)) return [...failing.filter((id) => id !== requestId), requestId].slice(-outageCount);
  return outcome.kind !== 'accepted' && neutralReasons.includes(outcome.reason) ? failing : [];
}

/** Returns the reason for which a single outcome closes the gate; null where it does not. */
function closingReasonOf(outcome: Outcome): GateReason | null {
  if (outcome.kind === 'accepted') return null;
  const { kind, reason, until } = outcome;
  if (kind === 'unauthorized') return 'unauthorized';
  if (kind === 'rate-limited') return 'limit';
  if (reason === 'permission' || reason === 'disconnected' || reason === 'storage') return reason;
  // If the provider named a time, it wants no call of the account before then.
  return reason === 'server' && until !== null ? 'server' : null;
}

/** Returns the gate with what the answer to a call of its account says about the rate limit. */
export const learnRate = (gate: AccountGate, reading: RateReading, inFlight: number): AccountGate => ({
  ...gate,
  rateWindow: learnWindow(gate.rateWindow, reading, inFlight),
});

/** Returns an open gate, after the user has replaced or tested the credentials of the account. */
export const reopenGate = ({ id }: AccountGate, now: number): AccountGate => ({ ...openGate(id), openedAt: now });

/** Returns the gate after the user chose to try again: one call passes, and its outcome opens or closes the gate. */
export function tryGate(gate: AccountGate, now: number): AccountGate {
  const closed = closureOf(gate, now);
  if (!closed) return gate;
  const closureCount = gate.closed?.closureCount ?? 0;
  return {
    ...gate,
    closed: { reason: closed.reason, until: now, at: now, closureCount },
    openedAt: now,
    rateWindow: null,
  };
}
