import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';

/** The length, in ms, below which a wait for a rate limit is shown as sending. */
const shortWaitMs = 5_000;

/**
 * Returns whether the first try of a request is under way or about to begin. During later tries, the last failure stays
 * on the screen.
 */
export function isMoving({ state, outcome, wait }: RequestView): boolean {
  if (outcome !== null) return false;
  if (state === 'sending') return true;
  return state === 'queued' && (wait === null || (wait.reason === 'limit' && (wait.until ?? 0) - now() < shortWaitMs));
}
