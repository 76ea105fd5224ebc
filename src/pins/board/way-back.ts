import { type Days, durations } from '../../providers/contract/provider';
import type { PinRequest } from '../queue/request';

const dayMs = 24 * 60 * 60_000;

/**
 * How an accepted request can be taken back. `pin`: pinned again, for the duration that comes nearest to the time that
 * the pin still had (`leftMs`). `pin-again`: what was before is not known, so only the user can say what to pin for.
 */
export type UndoOffer = { kind: 'unpin' } | { kind: 'pin'; days: Days; leftMs: number } | { kind: 'pin-again' };

/** What gives back what was before a request, or null where nothing does. It must be the newest of its message. */
export function undoOfferOf(request: PinRequest, now: number): UndoOffer | null {
  const { action, days, outcome, settledAt, before, undoes, undone } = request;
  if (outcome?.kind !== 'accepted' || settledAt === null || undone) return null;
  if (undoes !== null) return action === 'unpin' ? { kind: 'pin-again' } : null;
  if (action === 'pin' && settledAt + days * dayMs <= now) return { kind: 'pin-again' };

  const expiresAt = before?.expiresAt ?? null;
  const isOver = expiresAt === null || expiresAt <= now;
  if (before?.state === 'pinned' && !isOver) {
    const leftMs = expiresAt - settledAt;
    return { kind: 'pin', days: nearest(leftMs), leftMs };
  }
  if (action === 'unpin') return { kind: 'pin-again' };
  return before?.state === 'unknown' && !isOver ? null : { kind: 'unpin' };
}

/** Of two that are as near, the longer one. */
function nearest(leftMs: number): Days {
  const distance = (days: Days) => Math.abs(days * dayMs - leftMs);
  return durations.reduce<Days>((best, days) => (distance(days) <= distance(best) ? days : best), durations[0]);
}
