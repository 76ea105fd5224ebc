import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSoundRequest } from '../../../src/pins/queue/request.ts';
import {
  applyEvent,
  backoffMs,
  consequenceOf,
  isOpen,
  placeInLine,
  type RequestEvent,
  type RequestState,
  requestStates,
  transitions,
} from '../../../src/pins/queue/request-states.ts';
import { failure, type Outcome, reasons } from '../../../src/providers/index.ts';
import { makeRequest } from '../make-request.ts';
import { accepted } from './killable-worker.ts';

const events: readonly RequestEvent[] = ['claim', 'settle', 'retry', 'hold', 'hasten', 'cancel', 'replace', 'yield'];

describe('the machine', () => {
  it('ends nowhere but in settled, cancelled and replaced', () => {
    const ends = requestStates.filter((state) => Object.keys(transitions[state]).length === 0);
    expect(ends).toEqual(['settled', 'cancelled', 'replaced']);
    expect(requestStates.filter((state) => !isOpen({ state }))).toEqual(ends);
  });

  it('never takes back or replaces what is at the provider', () =>
    expect(Object.keys(transitions.sending)).toEqual(['settle', 'retry', 'hold', 'yield']));

  it('leaves a request alone where something cannot happen', () =>
    expect(applyEvent(makeRequest({ state: 'settled', dueAt: null, outcome: accepted }), 'claim', 5)).toBeNull());

  it('only makes requests that can be read again, whatever happens in whatever order', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...events), fc.nat(9_999)), { maxLength: 30 }), (happened) => {
        let request = makeRequest();
        for (const [event, at] of happened) {
          const outcome = event === 'settle' ? accepted : failure('unknown', 'timeout');
          request = applyEvent(request, event, at, event === 'claim' ? undefined : outcome) ?? request;
          expect(isSoundRequest(request)).toBe(true);
          expect(request.tries).toBeGreaterThanOrEqual(0);
        }
      }),
    ));

  it('counts calls, but not those that were held back', () => {
    const claimed = applyEvent(makeRequest(), 'claim', 2_000);
    expect(claimed).toMatchObject({ state: 'sending', tries: 1, dueAt: null, lease: { startedAt: 2_000 } });
    expect(claimed && applyEvent(claimed, 'hold', 1_000)).toMatchObject({
      state: 'queued',
      tries: 0,
      dueAt: 1_000,
      lease: null,
    });
    expect(claimed && applyEvent(claimed, 'retry', 9_000)).toMatchObject({ state: 'waiting', tries: 1, dueAt: 9_000 });
  });
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
  ])('%j: %s', (outcome, fate) => expect(consequenceOf(outcome, 1, 0)).toBe(fate));

  const retried = Object.values(reasons.unknown)
    .filter((reason) => reason !== 'undocumented')
    .map((reason) => failure('unknown', reason));
  it.each(retried)('$reason is given up after ten tries and a day, not after either', (outcome) => {
    expect([consequenceOf(outcome, 9, 1e12), consequenceOf(outcome, 99, 86_399_999)]).toEqual(['retry', 'retry']);
    expect(consequenceOf(outcome, 10, 86_400_000)).toBe('settle');
  });

  it('that the account is to blame for never ends a request', () =>
    expect(consequenceOf(failure('unauthorized', 'token'), 99, 1e12)).toBe('pause'));
});

describe('the pause before another try', () => {
  it('is a second, half of a span that grows fourfold, and some of the other half', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const pause = backoffMs(tries, random);
        const span = Math.min(14_400_000, 1_000 * 4 ** (tries - 1));
        expect(pause).toBeGreaterThanOrEqual(1_000 + span / 2);
        expect(pause).toBeLessThanOrEqual(1_000 + span);
      }),
    ));

  it('is never so short that a day is over after ten tries', () => {
    const longest = Array.from({ length: 9 }, (_, index) => backoffMs(index + 1, 1)).reduce(
      (sum, pause) => sum + pause,
    );
    expect(longest).toBeLessThan(24 * 60 * 60_000);
  });
});

describe('the place in line', () => {
  const ranks = fc.constantFrom('first', 'alone', 'many');
  const times = fc.integer({ min: 1_700_000_000_000, max: 2_100_000_000_000 });
  it('of whoever is queued is never in the future, however far the clock is set back', () =>
    fc.assert(
      fc.property(times, ranks, (at, rank) => {
        expect(placeInLine(at, rank)).toBeLessThan(0);
      }),
    ));

  it('is that of asking, a thousandth of a ms apart too', () =>
    fc.assert(
      fc.property(times, ranks, (at, rank) => {
        expect(placeInLine(at + 0.001, rank)).toBeGreaterThan(placeInLine(at, rank));
      }),
    ));

  it('of many is behind all that are asked for alone, also in ten years, and those behind what is to be first', () => {
    const [now, later] = [1_700_000_000_000, 2_015_000_000_000];
    expect(placeInLine(now, 'many')).toBeGreaterThan(placeInLine(later));
    expect(placeInLine(now)).toBeGreaterThan(placeInLine(later, 'first'));
  });
});

it('every state has its way to an end', () => {
  const ends = new Set<RequestState>(['settled', 'cancelled', 'replaced']);
  const reaches = (state: RequestState, seen: readonly RequestState[] = []): boolean =>
    ends.has(state) ||
    Object.values(transitions[state]).some((next) => !seen.includes(next) && reaches(next, [...seen, state]));
  expect(requestStates.filter((state) => !reaches(state))).toEqual([]);
});
