import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSoundRequest } from '../../../src/pins/queue/request.ts';
import {
  applyEvent,
  backoffMs,
  consequenceOf,
  isOpen,
  queuedTurn,
  type RequestEvent,
  type RequestState,
  requestStates,
  transitions,
  waitingTurn,
} from '../../../src/pins/queue/request-states.ts';
import { failure, type Outcome, reasons } from '../../../src/providers/index.ts';
import { makeRequest } from '../make-request.ts';
import { accepted } from './killable-worker.ts';

const events: readonly RequestEvent[] = ['claim', 'settle', 'retry', 'hold', 'hasten', 'cancel', 'replace', 'yield'];

describe('the machine', () => {
  it('requests end in settled, cancelled or replaced and nowhere else', () => {
    const ends = requestStates.filter((state) => Object.keys(transitions[state]).length === 0);
    expect(ends).toEqual(['settled', 'cancelled', 'replaced']);
    expect(requestStates.filter((state) => !isOpen({ state }))).toEqual(ends);
  });

  it('a request whose call is under way is never cancelled or replaced', () =>
    expect(Object.keys(transitions.sending)).toEqual(['settle', 'retry', 'hold', 'yield']));

  it('an event that cannot happen in a state changes nothing', () =>
    expect(applyEvent(makeRequest({ state: 'settled', outcome: accepted }), 'claim', 5)).toBeNull());

  it('events in any order only make requests that can be read again', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...events), fc.nat(9_999)), { maxLength: 30 }), (happened) => {
        let request = makeRequest();
        for (const [event, at] of happened) {
          const outcome = event === 'settle' ? accepted : failure('unknown', 'timeout');
          request = applyEvent(request, event, at, event === 'claim' ? {} : { outcome }) ?? request;
          expect(isSoundRequest(request)).toBe(true);
          expect(request.tries).toBeGreaterThanOrEqual(0);
        }
      }),
    ));

  it('the states count calls, but not those that were held back', () => {
    const claimed = applyEvent(makeRequest(), 'claim', 2_000);
    expect(claimed).toMatchObject({ state: 'sending', tries: 1, turn: null, dueAt: null, callStartedAt: 2_000 });
    expect(claimed && applyEvent(claimed, 'hold', 3_000)).toMatchObject({
      state: 'queued',
      tries: 0,
      callStartedAt: null,
    });
    expect(claimed && applyEvent(claimed, 'retry', 3_000, { dueAt: 9_000 })).toMatchObject({
      state: 'waiting',
      tries: 1,
      turn: waitingTurn(9_000),
      dueAt: 9_000,
    });
  });

  it.each<[RequestEvent]>([['hold'], ['hasten']])(
    '%s puts a request back in its own place, or in one that is given',
    (event) => {
      const request =
        event === 'hold'
          ? applyEvent(makeRequest({ sequence: 7 }), 'claim', 2_000)
          : makeRequest({ sequence: 7, state: 'waiting', dueAt: 3_000 });
      const turn = queuedTurn(9, 'first');
      expect(request && applyEvent(request, event, 3_000)).toMatchObject({ turn: queuedTurn(7), dueAt: null });
      expect(request && applyEvent(request, event, 3_000, { turn })).toMatchObject({ turn, dueAt: null });
    },
  );
});

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
  ])('the outcome %j does this to its request: %s', (outcome, consequence) =>
    expect(consequenceOf(outcome, 1, 0)).toBe(consequence),
  );

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
    const totalMs = Array.from({ length: 9 }, (_, index) => backoffMs(index + 1, 1)).reduce(
      (sum, pause) => sum + pause,
    );
    expect(totalMs).toBeLessThan(24 * 60 * 60_000);
  });
});

it('the ranks of a line are first, single, many and waiting, whatever their orders', () => {
  const turns = [queuedTurn(9e9, 'first'), queuedTurn(8e9), queuedTurn(1, 'many'), waitingTurn(1)];
  expect(turns.map(({ rank }) => rank)).toEqual([0, 1, 2, 3]);
});

it('every state has a way to an end', () => {
  const ends = new Set<RequestState>(['settled', 'cancelled', 'replaced']);
  const reaches = (state: RequestState, seen: readonly RequestState[] = []): boolean =>
    ends.has(state) ||
    Object.values(transitions[state]).some((next) => !seen.includes(next) && reaches(next, [...seen, state]));
  expect(requestStates.filter((state) => !reaches(state))).toEqual([]);
});
