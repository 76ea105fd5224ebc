import { describe, expect, it } from 'vitest';
import { learnWindow, takeCall } from '../../../src/pins/queue/rate-window.ts';
import type { RateReading } from '../../../src/providers/index.ts';
import { callAll, type Limits } from './limited-provider.ts';
import { randomFrom } from './seeded-random.ts';

const reading = (parts: Partial<RateReading> = {}): RateReading => ({
  limit: 10,
  remaining: 9,
  resetAt: 1_003_000,
  answeredAt: 1_000_000,
  isRefused: false,
  sentAt: 1_000_400,
  receivedAt: 1_000_420,
  ...parts,
});

describe('a rate window', () => {
  it('a rate window has what the provider says remains, less the calls that are under way', () =>
    expect(learnWindow(null, reading({ remaining: 6 }), 2)).toMatchObject({ limit: 10, remaining: 4 }));

  it('a rate window is empty after a refusal, whatever remained', () =>
    expect(learnWindow(learnWindow(null, reading(), 0), reading({ remaining: 0, isRefused: true }), 0).remaining).toBe(
      0,
    ));

  it('a rate window gives its calls one by one, then none until it ends', () => {
    let window = learnWindow(null, reading({ remaining: 2 }), 0);
    for (const remaining of [1, 0]) {
      const taken = takeCall(window, 1_000_500);
      expect(taken?.remaining).toBe(remaining);
      window = taken ?? window;
    }
    expect(takeCall(window, window.endsAt - 1)).toBeNull();
    expect(takeCall(window, window.endsAt)).not.toBeNull();
  });

  it('a rate window counts no call twice when answers come in another order', () => {
    const two = learnWindow(null, reading({ remaining: 3 }), 0);
    expect(learnWindow(two, reading({ remaining: 7 }), 0).remaining).toBe(3);
  });

  it('a rate window knows of calls that others make with the same key', () =>
    expect(learnWindow(learnWindow(null, reading(), 0), reading({ remaining: 1 }), 0).remaining).toBe(1));
});

it('a rate window ends a whole number of seconds after it opened, also if another call is answered first', () => {
  const call = { sentAt: 1_000_900, receivedAt: 1_000_920, resetAt: 1_003_000 };
  const measured = learnWindow(null, reading({ ...call, answeredAt: 1_000_000 }), 5);
  const known = { ...measured, lengthMs: { above: 1_500, max: 2_040 } };
  const next = { sentAt: 1_003_100, resetAt: 1_006_000, answeredAt: 1_003_000 };
  const opened = takeCall(known, 1_003_100);
  const first = learnWindow(opened, reading({ ...next, remaining: 8, receivedAt: 1_003_120 }), 4);
  const second = learnWindow(first, reading({ ...next, remaining: 9, receivedAt: 1_003_130 }), 3);
  expect(second.endsAt).toBe(1_003_115 + 2_000);
});

it('most of the calls that are allowed are made if the time that a call takes varies', () => {
  const random = randomFrom(9);
  const latency = () => 2 + 10 * random() + (random() < 0.1 ? 100 * random() : 0);
  const shares = Array.from({ length: 41 }, () => {
    const limits = { limit: 10, windowMs: 2_000, opens: 'with the first call', aheadMs: 0, latency } as const;
    return (20 * limits.windowMs) / callAll(200, limits, 1e9 + random() * 5_000).tookMs;
  }).sort((one, other) => one - other);
  expect(shares[20]).toBeGreaterThan(0.9);
});

/** `latency`: one way, from and to, in ms. */
const cases: readonly (Partial<Omit<Limits, 'latency'>> & { what: string; latency?: readonly [number, number] })[] = [
  { what: 'next door' },
  { what: 'with a clock that is ahead', aheadMs: 77_777 },
  { what: 'with a clock that is behind', aheadMs: -3_456 },
  { what: 'with a window of ten seconds', windowMs: 10_000 },
  { what: 'some way off', latency: [10, 25] },
];

describe('200 calls at 10 in a window', () => {
  it.each(cases)(
    '200 calls of a provider $what take no more than 5 % longer than they must, with one refusal at most',
    (parts) => {
      const random = randomFrom(7);
      for (let round = 0; round < 40; round += 1) {
        const [min, max] = parts.latency ?? [1, 3];
        const limits = { limit: 10, windowMs: 2_000, opens: 'with the first call', aheadMs: 0, ...parts } as const;
        const latency = () => min + random() * (max - min);
        const { refused, tookMs } = callAll(200, { ...limits, latency }, 1e9 + random() * 5_000);
        expect(refused).toBeLessThanOrEqual(1);
        expect((20 * limits.windowMs) / tookMs).toBeGreaterThan(0.95);
      }
    },
  );

  it.each([1_000, 2_000, 10_000])(
    '200 calls in windows of %s ms that stand by the clock end soon, with few refusals',
    (windowMs) => {
      const random = randomFrom(windowMs);
      for (let round = 0; round < 40; round += 1) {
        const limits = {
          limit: 10,
          windowMs,
          opens: 'by the clock',
          aheadMs: 1_234,
          latency: () => 1 + random(),
        } as const;
        const { refused, tookMs } = callAll(200, limits, 1e9 + random() * 5_000);
        expect(refused).toBeLessThanOrEqual(14);
        expect((20 * windowMs) / tookMs).toBeGreaterThan(0.95);
      }
    },
  );
});
