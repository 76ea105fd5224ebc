import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, consequenceOf } from '../../../src/pins/queue/retry.ts';
import { failure, type Outcome, reasons } from '../../../src/providers/index.ts';
import { accepted } from './killable-worker.ts';

describe('what an outcome does', () => {
  it.each<[Outcome, ReturnType<typeof consequenceOf>]>([
    [accepted, 'settle'],
    [failure('rejected', 'not-found'), 'settle'],
    [failure('unavailable', 'account'), 'settle'],
    [failure('unauthorized', 'token'), 'pause'],
    [failure('unavailable', 'permission'), 'pause'],
    [failure('unavailable', 'disconnected'), 'pause'],
    [failure('unavailable', 'offline'), 'hold'],
    [failure('unavailable', 'server'), 'retry'],
    [failure('unavailable', 'redirect'), 'retry'],
    [failure('rate-limited', 'limit'), 'hold'],
    [failure('unavailable', 'busy'), 'retry'],
    [failure('unavailable', 'storage'), 'pause'],
    [failure('unauthorized', 'subscription'), 'pause'],
    [failure('unknown', 'timeout'), 'retry'],
    [failure('unknown', 'interrupted'), 'retry'],
    [failure('unknown', 'undocumented'), 'settle'],
  ])('the outcome %j does this to its request: %s', (outcome, fate) => expect(consequenceOf(outcome, 1, 0)).toBe(fate));

  const retried = Object.values(reasons.unknown)
    .filter((reason) => reason !== 'undocumented')
    .map((reason) => failure('unknown', reason));
  it.each(retried)(
    'a request that fails with $reason is given up after ten tries and a day, not after either',
    (outcome) => {
      expect([consequenceOf(outcome, 9, 1e12), consequenceOf(outcome, 99, 86_399_999)]).toEqual(['retry', 'retry']);
      expect(consequenceOf(outcome, 10, 86_400_000)).toBe('settle');
    },
  );

  it('a refusal of the account never ends a request', () =>
    expect(consequenceOf(failure('unauthorized', 'token'), 99, 1e12)).toBe('pause'));
});

describe('the pause before another try', () => {
  it('the pause before another try is a second, half of a span that grows fourfold, and some of the other half', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const pause = backoffMs(tries, random);
        const span = Math.min(14_400_000, 1_000 * 4 ** (tries - 1));
        expect(pause).toBeGreaterThanOrEqual(1_000 + span / 2);
        expect(pause).toBeLessThanOrEqual(1_000 + span);
      }),
    ));

  it('the pauses before ten tries are less than a day together', () => {
    const longest = Array.from({ length: 9 }, (_, index) => backoffMs(index + 1, 1)).reduce(
      (sum, pause) => sum + pause,
    );
    expect(longest).toBeLessThan(24 * 60 * 60_000);
  });
});
