import { describe, expect, it } from 'vitest';
import { undoOfferOf } from '../../../src/pins/board/undo-offer.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { failure } from '../../../src/providers/index.ts';
import { makeRequest } from '../make-request.ts';

const day = 24 * 60 * 60_000;
const at = 100 * day;
const accepted = (parts: Partial<PinRequest> = {}) =>
  makeRequest({
    state: 'settled',
    settledAt: at,
    outcome: { kind: 'accepted', receipt: null },
    before: null,
    ...parts,
  });
const undoKindOf = (parts: Partial<PinRequest>, now = at) => undoOfferOf(accepted(parts), now)?.kind ?? 'none';

const live = { state: 'pinned', expiresAt: at + 5 * day } as const;
const over = { state: 'pinned', expiresAt: at - 1 } as const;
const unpinned = { state: 'unpinned', expiresAt: null } as const;
const unknown = { state: 'unknown', expiresAt: null } as const;
const unknownPin = { state: 'unknown', expiresAt: at + 5 * day } as const;

describe('an accepted request', () => {
  it.each([
    ['a pin', 'nothing', null, 'unpin', 'unpin'],
    ['a pin', 'a pin', live, 'pin', 'unpin'],
    ['a pin', 'a pin that had ended', over, 'unpin', 'unpin'],
    ['a pin', 'no pin', unpinned, 'unpin', 'unpin'],
    ['a pin', 'unknown', unknown, 'unpin', 'unpin'],
    ['a pin', 'unknown, after a pin', unknownPin, 'none', 'unpin'],
    ['an unpin', 'nothing', null, 'pin-again', 'pin-again'],
    ['an unpin', 'a pin', live, 'pin', 'pin-again'],
    ['an unpin', 'a pin that had ended', over, 'pin-again', 'pin-again'],
    ['an unpin', 'no pin', unpinned, 'pin-again', 'pin-again'],
    ['an unpin', 'unknown', unknown, 'pin-again', 'pin-again'],
    ['an unpin', 'unknown, after a pin', unknownPin, 'pin-again', 'pin-again'],
  ])(
    'Undo of %s over %s: at once, and after the earlier pin would have ended',
    (what, _before, before, atOnce, later) => {
      const parts: Partial<PinRequest> = { action: what === 'a pin' ? 'pin' : 'unpin', days: 30, before };
      expect([undoKindOf(parts), undoKindOf(parts, at + 6 * day)]).toEqual([atOnce, later]);
    },
  );

  it('Undo is not offered for a pin that has ended', () =>
    expect(undoKindOf({ days: 7, before: live }, at + 7 * day)).toBe('pin-again'));

  it('Undo of a request from before Pushpin remembered anything is that of a first request', () => {
    const { before: _, ...old } = accepted();
    expect(undoOfferOf(old, at)).toEqual({ kind: 'unpin' });
  });

  it.each([
    ['that has been undone', { undone: true }, 'none'],
    ['that undoes another by pinning', { undoes: 'r0' }, 'none'],
    ['that undoes another by unpinning', { undoes: 'r0', action: 'unpin', before: live }, 'pin-again'],
  ] as const)('a request %s is not undone', (_what, parts, undoKind) => expect(undoKindOf(parts)).toBe(undoKind));

  it.each([
    [30, 30],
    [29.9, 30],
    [18.6, 30],
    [18.5, 30],
    [18.4, 7],
    [5, 7],
    [4, 7],
    [3.9, 1],
    [0.1, 1],
  ])('Undo of an unpin that ended a pin with %d days left pins for %d days', (remainingDays, days) => {
    const before = { state: 'pinned', expiresAt: at + remainingDays * day } as const;
    expect(undoOfferOf(accepted({ action: 'unpin', before }), at)).toEqual(
      expect.objectContaining({ kind: 'pin', days }),
    );
  });
});

it.each([
  ['waits', makeRequest()],
  ['failed', accepted({ outcome: failure('rejected', 'invalid') })],
  ['is unknown', accepted({ outcome: failure('unknown', 'timeout') })],
  ['was cancelled', makeRequest({ state: 'cancelled', dueAt: null, settledAt: at })],
])('a request that %s is not undone', (_what, request) => expect(undoOfferOf(request, at)).toBeNull());
