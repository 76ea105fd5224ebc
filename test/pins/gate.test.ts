import { describe, expect, it } from 'vitest';
import { type Gate, learnOutcome, learnRate, obstruction, openGate, pass, reopen } from '../../src/pins/gate.ts';
import { failure, type Outcome } from '../../src/providers/index.ts';
import { accepted } from './fake-worker.ts';

const open = openGate('support');
const told = (gate: Gate, outcome: Outcome, startedAt = 100, now = 200) =>
  learnOutcome(gate, outcome, startedAt, now, 0);

describe('a gate', () => {
  it('lets six calls through at a time', () =>
    expect([pass(open, 300, 5) !== null, pass(open, 300, 6)]).toEqual([true, null]));

  it.each<[Outcome, string | null, number | null]>([
    [failure('unauthorized', 'api-key'), 'unauthorized', null],
    [failure('unavailable', 'permission'), 'permission', null],
    [failure('unavailable', 'disconnected'), 'disconnected', 1_200],
    [failure('rate-limited', 'limit', { until: 9_000 }), 'limit', 9_000],
    [failure('rate-limited', 'limit'), 'limit', 1_200],
    [failure('unavailable', 'server', { until: 9_000 }), 'server', 9_000],
    [failure('unavailable', 'server'), null, null],
    [failure('unknown', 'timeout'), null, null],
    [failure('rejected', 'invalid'), null, null],
  ])('after %j is closed for: %s, until %s', (outcome, why, until) =>
    expect(obstruction(told(open, outcome), 300)).toEqual(
      why === null ? null : expect.objectContaining({ why, until }),
    ),
  );

  it('that was told a time that is over waits all the same', () =>
    expect(obstruction(told(open, failure('rate-limited', 'limit', { until: 150 })), 300)?.until).toBe(1_200));

  it('does not believe that it takes years', () =>
    expect(obstruction(told(open, failure('rate-limited', 'limit', { until: 9e12 })), 300)?.until).toBe(86_400_200));

  it('that only the user can open is not opened by the late end of another call', () => {
    const paused = told(open, failure('unauthorized', 'token'), 100, 200);
    expect(told(paused, failure('rate-limited', 'limit'), 150, 250).closed?.why).toBe('unauthorized');
  });

  it('opens when its time has come', () => {
    const closed = told(open, failure('rate-limited', 'limit', { until: 9_000 }));
    expect([pass(closed, 8_999, 0), pass(closed, 9_000, 0) !== null]).toEqual([null, true]);
  });

  it('opens when a later call is answered, not by one that began before it closed', () => {
    const closed = told(open, failure('unauthorized', 'token'), 100, 200);
    expect(told(closed, accepted, 150).closed).not.toBeNull();
    expect(told(closed, accepted, 250).closed).toBeNull();
  });

  it('counts the answers of calls that were under way together once', () => {
    const once = told(open, failure('unavailable', 'disconnected'), 100, 200);
    expect(told(once, failure('unavailable', 'disconnected'), 110, 210).closed?.times).toBe(1);
    expect(told(once, failure('unavailable', 'disconnected'), 300, 400).closed?.times).toBe(2);
  });

  it('that the user opened is not closed by the answer to an older call', () =>
    expect(told(reopen(open, 150), failure('unauthorized', 'token'), 100, 200).closed).toBeNull());

  it('is shut by an empty bucket until its window ends', () => {
    const reading = { limit: 1, remaining: 0, reset: 9_000, date: 1_000, refused: false, sentAt: 1_000, at: 1_000 };
    const empty = learnRate(open, reading, 0);
    expect(obstruction(empty, 1_100)?.why).toBe('limit');
    expect(obstruction(empty, empty.bucket?.endsAt ?? 0)).toBeNull();
  });
});
