import * as v from 'valibot';
import type { Outcome, RateReading } from '../../providers';
import { giveCallBack, isOfThePast, learnWindow, rateWindowSchema, takeCall } from './rate-window';
import { backoffMs } from './request-states';

/** Why an account sends nothing now. `outage`: several requests in a row failed at the provider, or on the way to it. */
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

/** What holds for all requests of one account. Times are unix ms. */
export const accountGateSchema = v.object({
  /** The account's. */
  id: v.string(),
  closed: v.nullable(
    v.object({
      why: v.picklist(gateReasons),
      /** Null: until the user has seen to it. From then on one call at a time tries whether it is over. */
      until: v.nullable(v.number()),
      at: v.number(),
      /** How often in a row. */
      times: v.number(),
    }),
  ),
  /** The last time that the user opened it: what was sent before tells nothing any more. */
  openedAt: v.number(),
  rateWindow: v.nullable(rateWindowSchema),
  /** The latest requests that failed as they do when the provider is down, with no answer in between. */
  failing: v.optional(v.array(v.string())),
  /** Whether the account was deleted: what is open of it ends unsent. */
  isGone: v.optional(v.boolean()),
});
export type AccountGate = v.InferOutput<typeof accountGateSchema>;

/** Calls at the same time, of one account. */
const maxCallsAtOnce = 6;
const maxPauseMs = 10 * 60_000;
/** So many different requests that fail in a row are an outage. */
const outage = 3;

export const openGate = (id: string): AccountGate => ({ id, closed: null, openedAt: 0, rateWindow: null });

/** A gate as it holds now. What was noted at a time that is yet to come, by a clock set back since, is void. */
export function gateNow(gate: AccountGate | undefined, id: string, now: number): AccountGate {
  if (!gate) return openGate(id);
  const { closed, openedAt, rateWindow } = gate;
  const isVoid = closed && !isOfThePast(closed.at, now);
  return {
    ...gate,
    closed: !isVoid ? closed : closed.until === null ? { ...closed, at: now } : null,
    openedAt: isOfThePast(openedAt, now) ? openedAt : 0,
    rateWindow: rateWindow && isOfThePast(rateWindow.at ?? 0, now) ? rateWindow : null,
  };
}

/** What stands in the way of a call now, and until when; null where nothing does. */
export function closureOf(
  { closed, rateWindow }: AccountGate,
  now: number,
): { why: GateReason; until: number | null } | null {
  if (closed && (closed.until === null || now < closed.until)) return { why: closed.why, until: closed.until };
  return rateWindow && !takeCall(rateWindow, now) ? { why: 'limit', until: rateWindow.endsAt } : null;
}

/** The gate after one more call passed it, or null where none may pass now: `closureOf`, or the end of a call, tells when. */
export function passGate(gate: AccountGate, now: number, inFlight: number): AccountGate | null {
  if (closureOf(gate, now) || inFlight >= (gate.closed ? 1 : maxCallsAtOnce)) return null;
  return { ...gate, rateWindow: gate.rateWindow && takeCall(gate.rateWindow, now) };
}

/** The gate after a call that went through it was not made. */
export const notMade = (gate: AccountGate): AccountGate => ({
  ...gate,
  rateWindow: gate.rateWindow && giveCallBack(gate.rateWindow),
});

/** A request's call that has ended. */
export interface EndedCall {
  requestId: string;
  startedAt: number;
  outcome: Outcome;
}

/** What a call that ended now says of the account. */
export function learnOutcome(gate: AccountGate, call: EndedCall, now: number, random: number): AccountGate {
  const { outcome, startedAt } = call;
  const { closed } = gate;
  const failing = failingAfter(gate, call);
  if (hasAnswered(outcome)) return { ...gate, failing, closed: closed && startedAt >= closed.at ? null : closed };
  const why = obstructionOf(outcome) ?? (failing.length >= outage && hasFailed(outcome) ? 'outage' : null);
  // A call that began in the future did so before the clock was set back: that may have been before it was opened.
  if (!why || startedAt < gate.openedAt || !isOfThePast(startedAt, now)) return { ...gate, failing };
  // Calls that were under way together say the same thing once.
  const times = closed?.why === why ? closed.times + (startedAt >= closed.at ? 1 : 0) : 1;
  const until = closedUntil(why, outcome, times, now, random);
  // What keeps it closed for longer is not shortened by the late answer to a call from before.
  const isLate = closed !== null && startedAt < closed.at;
  if (isLate && until !== null && (closed.until === null || until < closed.until)) return { ...gate, failing };
  return { ...gate, failing, closed: { why, until, at: now, times } };
}

function closedUntil(why: GateReason, outcome: Outcome, times: number, now: number, random: number): number | null {
  if (why === 'unauthorized' || why === 'permission') return null;
  const told = outcome.kind === 'accepted' ? null : outcome.until;
  if (told !== null && told > now) return told;
  return now + Math.min(maxPauseMs, backoffMs(times + (why === 'disconnected' ? 2 : 0), random));
}

/** Whether the provider answered, and would take another call. */
const hasAnswered = (outcome: Outcome): boolean =>
  outcome.kind === 'accepted' || outcome.kind === 'rejected' || outcome.reason === 'busy';

/** Whether it is what all calls meet while the provider is down, or the way to it. */
const hasFailed = (outcome: Outcome): boolean =>
  outcome.kind !== 'accepted' && ['server', 'redirect', 'connection', 'timeout'].includes(outcome.reason);

/** Of these the provider has not even heard, as far as anybody knows. */
const tellsNothing: readonly string[] = ['interrupted', 'offline', 'permission', 'account', 'storage', 'characters'];

function failingAfter({ failing = [] }: AccountGate, { requestId, outcome }: EndedCall): string[] {
  if (hasFailed(outcome)) return [...failing.filter((id) => id !== requestId), requestId].slice(-outage);
  return outcome.kind !== 'accepted' && tellsNothing.includes(outcome.reason) ? failing : [];
}

function obstructionOf(outcome: Outcome): GateReason | null {
  if (outcome.kind === 'accepted') return null;
  const { kind, reason, until } = outcome;
  if (kind === 'unauthorized') return 'unauthorized';
  if (kind === 'rate-limited') return 'limit';
  if (reason === 'permission' || reason === 'disconnected' || reason === 'storage') return reason;
  // A provider that asks to be left alone until then means every call.
  return reason === 'server' && until !== null ? 'server' : null;
}

/** What an answer's headers say, of any call of the account. */
export const learnRate = (gate: AccountGate, reading: RateReading, inFlight: number): AccountGate => ({
  ...gate,
  rateWindow: learnWindow(gate.rateWindow, reading, inFlight),
});

/** The user has replaced or tested the credentials: nothing that stood in the way holds any more. */
export const reopenGate = ({ id }: AccountGate, now: number): AccountGate => ({ ...openGate(id), openedAt: now });

/** The user wants it tried all the same: one call goes, and what it meets decides. */
export function tryGate(gate: AccountGate, now: number): AccountGate {
  const closed = closureOf(gate, now);
  if (!closed) return gate;
  const times = gate.closed?.times ?? 0;
  return { ...gate, closed: { why: closed.why, until: now, at: now, times }, openedAt: now, rateWindow: null };
}
