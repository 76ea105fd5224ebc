import { failure } from '../../providers';
import { settle } from './finish-call';
import { isPast } from './rate-window';
import type { PinRequest } from './request';
import { applyEvent } from './request-states';
import { saveRequest } from './save-request';
import type { PinsStores } from './stores';
import { isSuperseded } from './superseded';

/** The unsent requests of an account for one run, or, where `run` is empty, for gestures. */
export interface Line {
  accountId: string;
  run: string;
}

/** The maximum number of requests to busy chats that are skipped to find one that may be sent. */
const maxSkipped = 100;
/** The maximum number of requests that one transaction ends. Sending waits no longer than that takes. */
const maxEndedAtOnce = 100;

/**
 * Returns whether the pause of a request is over. A pause that began in the future shows that the clock was set back,
 * and counts as over.
 */
const isDue = ({ dueAt, pausedAt = 0 }: PinRequest, now: number): boolean =>
  dueAt === null || dueAt <= now || !isPast(pausedAt, now);

/** A claimed request, or when to check the line again (unix ms); null to wait for the end of a call. */
export type ClaimResult = { claimed: PinRequest } | { claimed: null; dueAt: number | null };

/** Claims the first request of a line whose chat is not busy. Replaces superseded requests before it. */
export async function claimNext(
  stores: PinsStores,
  { accountId, run }: Line,
  busyLanes: ReadonlySet<string>,
  now: number,
): Promise<ClaimResult> {
  let skippedCount = 0;
  let replacedCount = 0;
  for await (const request of stores.requests.walk('turn', [accountId, run])) {
    if (!isDue(request, now)) return { claimed: null, dueAt: replacedCount > 0 ? now : request.dueAt };
    if (busyLanes.has(request.lane)) skippedCount += 1;
    else if (await isSuperseded(stores, request)) {
      await saveRequest(stores, applyEvent(request, 'replace', now));
      replacedCount += 1;
    } else {
      const claimed = applyEvent(request, 'claim', now);
      await saveRequest(stores, claimed);
      if (claimed) return { claimed };
    }
    if (skippedCount === maxSkipped || replacedCount === maxEndedAtOnce) break;
  }
  // Other requests may follow the replaced ones, so the line is checked again at once.
  return { claimed: null, dueAt: replacedCount > 0 ? now : null };
}

/**
 * Ends some requests of a line that is never sent again: cancels them, or fails them because their account was deleted.
 * Returns how many.
 */
export async function endSome(
  stores: PinsStores,
  { accountId, run }: Line,
  event: 'cancel' | 'settle',
  now: number,
): Promise<number> {
  const accountGone = failure('unavailable', 'account');
  let count = 0;
  for await (const request of stores.requests.walk('turn', [accountId, run])) {
    const ended = event === 'cancel' ? applyEvent(request, 'cancel', now) : settle(request, accountGone, now);
    await saveRequest(stores, ended);
    count += 1;
    if (count === maxEndedAtOnce) break;
  }
  return count;
}
