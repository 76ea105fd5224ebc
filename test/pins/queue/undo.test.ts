import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pin, pinAfter, pinBefore } from '../../../src/pins/board/pin.ts';
import { undoOfferOf } from '../../../src/pins/board/undo-offer.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { durations, failure, type Outcome } from '../../../src/providers/index.ts';
import { makeRequest } from '../make-request.ts';

const day = 24 * 60 * 60_000;
const accepted: Outcome = { kind: 'accepted', receipt: null };
const outcomes: Outcome[] = [accepted, failure('unknown', 'timeout'), failure('rejected', 'invalid')];

const step = fc.record({
  action: fc.constantFrom('pin' as const, 'unpin' as const),
  days: fc.constantFrom(...durations),
  outcome: fc.constantFrom(...outcomes, accepted, accepted),
  /** Since the one before, in ms. */
  after: fc.integer({ min: 1_000, max: 9 * day }),
});

/** A request that ended, and what was known before and after it. */
function end(pinRow: Pin | undefined, parts: Partial<PinRequest>): { request: PinRequest; pin: Pin | undefined } {
  const request = makeRequest({ state: 'settled', ...parts });
  const pin = pinAfter(pinRow, request);
  return { request: pin ? { ...request, before: pinBefore(pinRow, request) } : request, pin: pin ?? pinRow };
}

const isLive = (pin: Pin | undefined, at: number): boolean => pin?.state === 'pinned' && (pin.expiresAt ?? 0) > at;

describe('after any history', () => {
  it('an accepted Undo restores what was before: not pinned, or pinned for about as long as it would have been', () =>
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: day }), (steps, wait) => {
        let at = 0;
        let pinRow: Pin | undefined;
        let before: Pin | undefined;
        let last = makeRequest();
        for (const { action, days, outcome, after } of steps) {
          at += after;
          before = pinRow;
          const ended = end(pinRow, { action, days, outcome, settledAt: at });
          ({ request: last, pin: pinRow } = ended);
        }
        const now = at + wait;
        const undoOffer = undoOfferOf(last, now);
        if (undoOffer === null || undoOffer.kind === 'pin-again') return;

        const days = undoOffer.kind === 'pin' ? undoOffer.days : last.days;
        const { pin } = end(pinRow, {
          action: undoOffer.kind,
          days,
          outcome: accepted,
          settledAt: now,
          undoes: last.id,
        });
        expect(isLive(pin, now)).toBe(isLive(before, now));
        // The longest gap between two durations is that of 7 and 30 days, and the time that passed since counts too.
        if (isLive(pin, now)) expect(Math.abs((pin?.expiresAt ?? 0) - (before?.expiresAt ?? 0))).toBeLessThan(13 * day);
      }),
    ));

  it('Undo is only offered for what was accepted, and never pins what was not known to be pinned', () =>
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let at = 0;
        let pinRow: Pin | undefined;
        for (const { action, days, outcome, after } of steps) {
          at += after;
          const wasLive = isLive(pinRow, at);
          const { request, pin } = end(pinRow, { action, days, outcome, settledAt: at });
          const kind = undoOfferOf(request, at)?.kind;
          if (outcome.kind !== 'accepted') expect(kind).toBeUndefined();
          if (kind === 'pin') expect(wasLive).toBe(true);
          if (wasLive && outcome.kind === 'accepted') expect(kind).toBe('pin');
          pinRow = pin;
        }
      }),
    ));
});
