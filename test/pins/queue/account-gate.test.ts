import { describe, expect, it } from 'vitest';
import {
  type AccountGate,
  closureOf,
  gateAfter,
  gateNow,
  learnRate,
  openGate,
  passGate,
  reopenGate,
  returnCall,
  tryGate,
} from '../../../src/pins/queue/account-gate.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { accepted } from './killable-worker.ts';

const open = openGate('support');
const gateAfterOutcome = (gate: AccountGate, outcome: Outcome, startedAt = 100, now = 200, requestId = 'r1') =>
  gateAfter(gate, { requestId, startedAt, outcome }, now, 0);

describe('a gate', () => {
  it('a gate lets ten calls through at a time', () =>
    expect([passGate(open, 300, 9) !== null, passGate(open, 300, 10)]).toEqual([true, null]));

  it.each<[Outcome, string | null, number | null]>([
    [failure('unauthorized', 'api-key'), 'unauthorized', null],
    [failure('unavailable', 'permission'), 'permission', null],
    [failure('unavailable', 'disconnected'), 'disconnected', 9_200],
    [failure('rate-limited', 'limit', { until: 9_000 }), 'limit', 9_000],
    [failure('rate-limited', 'limit'), 'limit', 1_700],
    [failure('unavailable', 'storage'), 'storage', 1_700],
    [failure('unavailable', 'server', { until: 9_000 }), 'server', 9_000],
    [failure('unavailable', 'server'), null, null],
    [failure('unknown', 'timeout'), null, null],
    [failure('rejected', 'invalid'), null, null],
  ])('a gate after %j is closed for: %s, until %s', (outcome, reason, until) =>
    expect(closureOf(gateAfterOutcome(open, outcome), 300)).toEqual(
      reason === null ? null : expect.objectContaining({ reason, until }),
    ),
  );

  it('a gate waits even if the provider named a time that is over', () =>
    expect(closureOf(gateAfterOutcome(open, failure('rate-limited', 'limit', { until: 150 })), 300)?.until).toBe(
      1_700,
    ));

  it.each([
    ['the end of the rate window, if the named time is that end rounded up', 4_900, 3_500],
    ['the named time, if it is much later than the end of the rate window', 9_000, 9_000],
    ['the named time, if it is before the end of the rate window', 3_400, 3_400],
  ])('a gate is closed after a refusal until %s', (_, until, closedUntil) => {
    const rateWindow: AccountGate['rateWindow'] = {
      ...{ limit: 10, remaining: 0, endsAt: 3_500, resetAt: 4_000, openedAt: 1_500, updatedAt: 2_500 },
      ...{ lengthMs: { above: 1_000, max: 2_500 }, clockLeadMs: { min: -500, max: 500 } },
    };
    const gate = gateAfterOutcome({ ...open, rateWindow }, failure('rate-limited', 'limit', { until }), 2_450, 2_500);
    expect(gate.closed?.until).toBe(closedUntil);
  });

  it('a gate that only the user can open is not opened by the late end of another call', () => {
    const paused = gateAfterOutcome(open, failure('unauthorized', 'token'), 100, 200);
    expect(gateAfterOutcome(paused, failure('rate-limited', 'limit'), 150, 250).closed?.reason).toBe('unauthorized');
  });

  it('a gate opens when its time has come', () => {
    const closed = gateAfterOutcome(open, failure('rate-limited', 'limit', { until: 9_000 }));
    expect([passGate(closed, 8_999, 0), passGate(closed, 9_000, 0) !== null]).toEqual([null, true]);
  });

  it('a gate opens when a later call is answered, not by a call that began before it closed', () => {
    const closed = gateAfterOutcome(open, failure('unauthorized', 'token'), 100, 200);
    expect(gateAfterOutcome(closed, accepted, 150).closed).not.toBeNull();
    expect(gateAfterOutcome(closed, accepted, 250).closed).toBeNull();
  });

  it('a gate counts calls that were under way together once', () => {
    const once = gateAfterOutcome(open, failure('unavailable', 'disconnected'), 100, 200);
    expect(gateAfterOutcome(once, failure('unavailable', 'disconnected'), 110, 210).closed?.closureCount).toBe(1);
    expect(gateAfterOutcome(once, failure('unavailable', 'disconnected'), 300, 400).closed?.closureCount).toBe(2);
  });

  it('a gate that the user opened is not closed by the answer to an older call', () =>
    expect(gateAfterOutcome(reopenGate(open, 150), failure('unauthorized', 'token'), 100, 200).closed).toBeNull());

  it('a gate is closed by an empty rate window until that window ends', () => {
    const reading = {
      limit: 1,
      remaining: 0,
      resetAt: 9_000,
      answeredAt: 1_000,
      isRefused: false,
      sentAt: 1_000,
      receivedAt: 1_000,
    };
    const empty = learnRate(open, reading, 0);
    expect(closureOf(empty, 1_100)?.reason).toBe('limit');
    expect(closureOf(empty, empty.rateWindow?.endsAt ?? 0)).toBeNull();
  });
});

describe('a gate whose time is over', () => {
  const closed = gateAfterOutcome(open, failure('rate-limited', 'limit', { until: 9_000 }));

  it('a gate whose time is over lets one call try, and all calls once that one is answered', () => {
    expect([passGate(closed, 9_000, 0) !== null, passGate(closed, 9_000, 1)]).toEqual([true, null]);
    expect(passGate(gateAfterOutcome(closed, accepted, 9_000, 9_100), 9_100, 5)).not.toBeNull();
    expect(passGate(gateAfterOutcome(closed, failure('unavailable', 'busy'), 9_000, 9_100), 9_100, 5)).not.toBeNull();
  });

  it('a gate whose time is over closes for longer when that call fails as well', () =>
    expect(gateAfterOutcome(closed, failure('rate-limited', 'limit'), 9_000, 9_100).closed).toMatchObject({
      closureCount: 2,
      until: 12_100,
    }));

  it('a gate is not closed for a shorter time by the late answer to a call from before', () => {
    const late = gateAfterOutcome(closed, failure('rate-limited', 'limit', { until: 5_000 }), 150, 250);
    expect(late.closed?.until).toBe(9_000);
  });
});

describe('an outage', () => {
  const down = failure('unavailable', 'server', { status: 503 });
  const fail = (gate: AccountGate, id: string, outcome: Outcome = down, at = 200) =>
    gateAfterOutcome(gate, outcome, at - 100, at, id);

  it.each([down, failure('unknown', 'connection'), failure('unknown', 'timeout'), failure('unavailable', 'redirect')])(
    'three different requests in a row that fail are an outage: %j',
    (outcome) => {
      const two = fail(fail(open, 'a', outcome), 'b', outcome);
      expect([two.closed, fail(two, 'c', outcome).closed]).toEqual([
        null,
        expect.objectContaining({ reason: 'outage' }),
      ]);
    },
  );

  it('one request that fails three times is no outage', () =>
    expect(fail(fail(fail(open, 'a'), 'a'), 'a').closed).toBeNull());

  it.each([accepted, failure('rejected', 'invalid'), failure('unavailable', 'busy'), failure('unknown', 'unreadable')])(
    'failures are no outage when a call in between was answered: %j',
    (outcome) => expect(fail(fail(fail(fail(open, 'a'), 'b'), 'c', outcome), 'd').closed).toBeNull(),
  );

  it.each([failure('unavailable', 'offline'), failure('unknown', 'interrupted'), failure('unavailable', 'storage')])(
    'a call that never left the computer says nothing about an outage: %j',
    (outcome) => {
      const two = fail(fail(open, 'a'), 'b');
      expect(fail(two, 'c', outcome).failing).toEqual(['a', 'b']);
    },
  );

  it('an outage closes the gate for longer and longer while the one call that tries fails too, and ends with an answer', () => {
    let gate = fail(fail(fail(open, 'a'), 'b'), 'c');
    const pauses = [];
    for (let times = 0; times < 8; times += 1) {
      const at = gate.closed?.until ?? 0;
      gate = fail(gate, `d${times}`, down, at + 100);
      pauses.push((gate.closed?.until ?? 0) - at - 100);
    }
    expect(pauses).toEqual([3_000, 9_000, 33_000, 129_000, 513_000, 600_000, 600_000, 600_000]);
    expect(gateAfterOutcome(gate, accepted, gate.closed?.until ?? 0, 9e9)).toMatchObject({ closed: null, failing: [] });
  });
});

describe('a clock that is set back', () => {
  const late = 9_000_000;
  const reading = {
    limit: 1,
    remaining: 0,
    resetAt: late,
    answeredAt: late - 60_000,
    isRefused: true,
    sentAt: late,
    receivedAt: late,
  };

  it('a clock that is set back ends what was closed for a time, and what was learnt of the limit', () => {
    const closed = learnRate(gateAfterOutcome(open, failure('rate-limited', 'limit'), late - 10, late), reading, 0);
    expect(closureOf(gateNow(closed, 'support', late), late)).not.toBeNull();
    expect(gateNow(closed, 'support', 5_000)).toMatchObject({ closed: null, rateWindow: null });
  });

  it('a clock that is set back opens nothing that only the user can open; a later accepted call does', () => {
    const closed = gateAfterOutcome(open, failure('unauthorized', 'token'), late - 10, late);
    const now = gateNow(closed, 'support', 5_000);
    expect(now.closed?.reason).toBe('unauthorized');
    expect(gateAfterOutcome(now, accepted, 5_001, 5_100).closed).toBeNull();
  });

  it('after a clock was set back, the late answer to a call from before closes nothing', () =>
    expect(gateAfterOutcome(reopenGate(open, 5_000), failure('unauthorized', 'token'), late, 5_100).closed).toBeNull());

  it('a clock that is set back by less than a second changes nothing', () => {
    const closed = learnRate(gateAfterOutcome(open, failure('rate-limited', 'limit'), late - 10, late), reading, 0);
    expect(gateNow(closed, 'support', late - 900)).toEqual(closed);
  });
});

describe('whoever wants it tried now', () => {
  it('Try now lets one call through, whatever closed the gate, and its outcome decides', () => {
    const reading = {
      limit: 1,
      remaining: 0,
      resetAt: 3_600_000,
      answeredAt: 0,
      isRefused: false,
      sentAt: 100,
      receivedAt: 100,
    };
    for (const shut of [
      gateAfterOutcome(open, failure('rate-limited', 'limit', { until: 9e6 })),
      gateAfterOutcome(open, failure('unauthorized', 'token')),
      learnRate(open, reading, 0),
    ]) {
      const tried = tryGate(shut, 300);
      expect([passGate(shut, 300, 0), passGate(tried, 300, 0) !== null, passGate(tried, 300, 1)]).toEqual([
        null,
        true,
        null,
      ]);
      expect(gateAfterOutcome(tried, accepted, 300, 400).closed).toBeNull();
      expect(gateAfterOutcome(tried, failure('unauthorized', 'token'), 300, 400).closed?.until).toBeNull();
      expect(gateAfterOutcome(tried, failure('unauthorized', 'token'), 200, 400).closed?.until).toBe(300);
    }
  });

  it('Try now changes nothing at an open gate', () => expect(tryGate(open, 300)).toBe(open));
});

it('a call that was not made is given back to the rate window', () => {
  const reading = {
    limit: 9,
    remaining: 5,
    resetAt: 9_000,
    answeredAt: 1_000,
    isRefused: false,
    sentAt: 1_000,
    receivedAt: 1_000,
  };
  const gate = learnRate(open, reading, 0);
  const passed = passGate(gate, 1_100, 0);
  expect(passed?.rateWindow?.remaining).toBe(4);
  expect(passed && returnCall(passed).rateWindow?.remaining).toBe(5);
});
