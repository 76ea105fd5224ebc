import { type Days, durations } from '../../providers/contract/provider';
import type { PinRequest } from '../queue/request';

const dayMs = 24 * 60 * 60_000;

/**
 * How an accepted request can be undone. `pin`: the message is pinned again, for the duration that is nearest to the
 * time that its pin still had (`remainingMs`). `pin-again`: what was before is not known, so the user has to choose the
 * duration.
 */
export type UndoOffer = { kind: 'unpin' } | { kind: 'pin'; days: Days; remainingMs: number } | { kind: 'pin-again' };

/**
 * Returns how to restore what was before a request, or null if that is impossible. To be called only for the newest
 * request of a message.
 */
export function undoOfferOf(request: PinRequest, now: number): UndoOffer | null {
  const { action, days, outcome, settledAt, before, undoes, undone } = request;
  if (outcome?.kind !== 'accepted' || settledAt === null || undone) return null;
  if (undoes !== null) return action === 'unpin' ? { kind: 'pin-again' } : null;
  if (action === 'pin' && settledAt + days * dayMs <= now) return { kind: 'pin-again' };

  const expiresAt = before?.expiresAt ?? null;
  const isOver = expiresAt === null || expiresAt <= now;
  if (before?.state === 'pinned' && !isOver) {
    const remainingMs = expiresAt - settledAt;
    return { kind: 'pin', days: nearestDuration(remainingMs), remainingMs };
  }
  if (action === 'unpin') return { kind: 'pin-again' };
  return before?.state === 'unknown' && !isOver ? null : { kind: 'unpin' };
}

/** Returns the duration that is nearest to a time, and of two that are equally near the longer one. */
function nearestDuration(remainingMs: number): Days {
  const distance = (days: Days) => Math.abs(days * dayMs - remainingMs);
  return durations.reduce<Days>((best, days) => (distance(days) <= distance(best) ? days : best), durations[0]);
}
