import { failure } from '../../providers';
import { callsLeftOf, closureOf, gateNow, passGate } from './account-gate';
import { settle } from './finish-call';
import {
  forgetLine,
  forgetRequest,
  isDue,
  isReadToEnd,
  type Line,
  laneToRead,
  nextInLine,
  readOn,
  sendableInLine,
} from './line';
import type { Lines } from './lines';
import type { PinRequest } from './request';
import { applyEvent, isInteractive } from './request-states';
import { saveRequest } from './save-request';
import type { PinsStores } from './stores';
import { isSuperseded } from './superseded';

/**
 * The maximum number of requests that one transaction ends without sending them. It is small, so that sending soon goes
 * on.
 */
const maxEndedAtOnce = 100;
/** How long to wait before checking the network again, in ms. */
const offlineIntervalMs = 60_000;

/** The requests that were claimed, and when to look again (unix ms): infinity to wait for the end of a call. */
export interface ClaimResult {
  claimed: PinRequest[];
  dueAt: number;
}

interface Context {
  /** The requests whose calls are under way. */
  calling: readonly Pick<PinRequest, 'accountId' | 'lane'>[];
  /** Unix ms. */
  now: number;
  isOnline: boolean;
}

/** Reads what `claimRequests` needs of accounts and runs, all at once. */
export async function readForClaims(stores: PinsStores, lines: Lines): Promise<unknown> {
  const all = await lines.all(stores);
  return Promise.all(
    all.flatMap(({ accountId, run }) => [stores.gates.get(accountId), run === '' ? undefined : stores.runs.get(run)]),
  );
}

/**
 * Claims all requests that may be sent now, inside a transaction. If there are none, ends some requests that will never
 * be sent.
 */
export async function claimRequests(stores: PinsStores, lines: Lines, context: Context): Promise<ClaimResult> {
  const { now, isOnline } = context;
  const calling = [...context.calling];
  const claimed: PinRequest[] = [];
  let dueAt = Number.POSITIVE_INFINITY;
  const lookAgainAt = (time: number | null) => {
    dueAt = Math.min(dueAt, time ?? Number.POSITIVE_INFINITY);
  };
  const endings: [line: Line, event: 'cancel' | 'settle'][] = [];
  for (const line of await lines.all(stores)) {
    const { accountId, run } = line;
    const gate = gateNow(await stores.gates.get(accountId), accountId, now);
    // The requests of a run whose record is gone cannot be paused or resumed, and so are cancelled.
    const state = run === '' ? 'running' : ((await stores.runs.get(run))?.state ?? 'cancelled');
    const closed = closureOf(gate, now);
    if (state === 'cancelled' || gate.isGone) endings.push([line, state === 'cancelled' ? 'cancel' : 'settle']);
    else if (state !== 'running') forgetLine(line);
    else if (!isOnline) lookAgainAt(now + offlineIntervalMs);
    else if (closed) lookAgainAt(closed.until);
    else {
      const result = await claimInLine(stores, line, calling, now);
      calling.push(...result.claimed);
      claimed.push(...result.claimed);
      lookAgainAt(result.dueAt);
      if (result.isEmpty) lines.remove(line);
    }
  }
  // Requests are ended only when nothing can be sent, so that this delays no call.
  for (const [line, event] of endings) {
    if (claimed.length > 0) lookAgainAt(now);
    else if (dueAt > now && (await endSome(stores, line, event, now)) > 0) lookAgainAt(now);
  }
  return { claimed, dueAt };
}

/** `isEmpty`: the line has no requests on disk. */
type LineResult = ClaimResult & { isEmpty: boolean };

/**
 * Claims requests of a line until its account may make no more calls. Superseded requests that come first are replaced.
 */
async function claimInLine(
  stores: PinsStores,
  line: Line,
  calling: Context['calling'],
  now: number,
): Promise<LineResult> {
  const { accountId, run } = line;
  const claimed: PinRequest[] = [];
  const busyLanes = new Set(calling.map(({ lane }) => lane));
  const inFlight = calling.filter((call) => call.accountId === accountId).length;
  const readIds = new Set<string>();
  let replacedCount = 0;
  let hasReadOn = false;
  // Other requests may follow the replaced ones, so the line is checked again at once.
  const result = (dueAt: number | null, isEmpty = false): LineResult => ({
    ...{ claimed, isEmpty },
    dueAt: replacedCount > 0 ? now : (dueAt ?? Number.POSITIVE_INFINITY),
  });

  while (replacedCount < maxEndedAtOnce) {
    const lane = laneToRead(line, busyLanes);
    const next = lane === undefined ? nextInLine(line, busyLanes, now) : undefined;
    if (!next && lane === undefined && isReadToEnd(line)) {
      if (line.requests.length > 0 || claimed.length > 0) return result(null);
      // Only the disk can show that the line is empty: of several requests with the same turn, the memory may lack
      // some.
      forgetLine(line);
      await readOn(line, stores);
      return line.requests.length > 0 ? result(now) : result(null, true);
    }
    if (!next) {
      // One transaction reads at most one page of a line, so that nothing else waits for a long line.
      if (hasReadOn) return result(now);
      hasReadOn = true;
      await readOn(line, stores, lane);
      continue;
    }
    if (!isDue(next, now)) return result(next.dueAt);

    const gate = gateNow(await stores.gates.get(accountId), accountId, now);
    const isGesture = isInteractive({ run, turn: next.turn });
    const passed = passGate(gate, now, inFlight + claimed.length, isGesture);
    if (!passed) return result(closureOf(gate, now)?.until ?? null);
    if (!readIds.has(next.id)) {
      const callsLeft = callsLeftOf(gate, inFlight + claimed.length, isGesture);
      const batch = sendableInLine(line, busyLanes, now, callsLeft);
      for (const { id } of batch) readIds.add(id);
      await Promise.all(
        batch.flatMap(({ id, messageKey }) => [stores.requests.get(id), stores.newest.get(messageKey)]),
      );
    }
    const request = await stores.requests.get(next.id);
    if (request && (await isSuperseded(stores, request))) {
      await saveRequest(stores, applyEvent(request, 'replace', now));
      replacedCount += 1;
      continue;
    }
    const claimedRequest = request && applyEvent(request, 'claim', now);
    // A request that cannot be claimed leaves the memory too, because the memory was wrong.
    forgetRequest(line, next.id);
    if (!claimedRequest) continue;
    await saveRequest(stores, claimedRequest);
    stores.gates.put(passed);
    busyLanes.add(claimedRequest.lane);
    claimed.push(claimedRequest);
  }
  return result(now);
}

/**
 * Ends some requests of a line that is never sent again: cancels them, or fails them because their account was deleted.
 * Returns how many.
 */
async function endSome(
  stores: PinsStores,
  { accountId, run }: Line,
  event: 'cancel' | 'settle',
  now: number,
): Promise<number> {
  const accountGone = failure('unavailable', 'account');
  const requests = await stores.requests.page('turn', [accountId, run], maxEndedAtOnce);
  for (const request of requests) {
    await saveRequest(
      stores,
      event === 'cancel' ? applyEvent(request, 'cancel', now) : settle(request, accountGone, now),
    );
  }
  return requests.length;
}
