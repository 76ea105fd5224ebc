import { describe, expect, it } from 'vitest';
import { atLeast } from './bench-row.ts';
import { isCaught, judge, missedLimits } from './judge-results.ts';
import { makeResult, makeResults } from './make-result.ts';

const shortfall = { row: 1, comparison: 'workers stopped', upTo: 1.6, reason: 'The floor is 1.4.' };

describe('the verdict on a result of the bench', () => {
  it.each([
    ['reached', 1.25, undefined],
    ['missed', 1.26, undefined],
    ['reached', 1.25, shortfall],
    ['accepted', 1.6, shortfall],
    ['missed', 1.61, shortfall],
  ])('is “%s” for a ratio of %d with the shortfall %j', (expected, ratio, accepted) => {
    expect(judge(makeResult({ ratio }), accepted)).toBe(expected);
  });

  it('concerns Pushpin’s own figure where the limit does', () => {
    const limit = atLeast(12, 'work');
    expect(judge(makeResult({ limit, ratio: 0 }), undefined)).toBe('reached');
    expect(judge(makeResult({ limit, work: 11, ratio: 100 }), undefined)).toBe('missed');
  });

  it('is “no limit” where there is none', () => {
    const { limit: _, ...shown } = makeResult();
    expect(judge(shown, undefined)).toBe('no limit');
  });
});

describe('the limits that make the bench fail', () => {
  const { rows } = makeResults(makeResult({ ratio: 1.5 }), makeResult({ name: 'workers running', ratio: 1.5 }));

  it('are those that are missed, with their row and comparison', () => {
    expect(missedLimits(rows, [])).toEqual([
      'Row 1 misses its limit: workers stopped',
      'Row 1 misses its limit: workers running',
    ]);
  });

  it('are not those that have an accepted shortfall', () => {
    expect(missedLimits(rows, [shortfall])).toEqual(['Row 1 misses its limit: workers running']);
  });
});

describe('a slowed build', () => {
  it.each([
    ['is caught', 1.2, 2, undefined, true],
    ['is not caught within the limit', 0.5, 1.2, undefined, false],
    ['is not caught if the normal build is about as slow', 1.9, 2, undefined, false],
    ['is not caught within an accepted shortfall', 1.2, 1.6, shortfall, false],
  ])('%s: the ratio is %d normally and %d slowed, the shortfall %j', (_, normal, slowed, accepted, expected) => {
    expect(isCaught(makeResult({ ratio: slowed }), makeResult({ ratio: normal }), accepted)).toBe(expected);
  });

  it('is caught by a figure that has to be large and becomes smaller', () => {
    const limit = atLeast(0.97);
    expect(isCaught(makeResult({ limit, ratio: 0.5 }), makeResult({ limit, ratio: 0.98 }), undefined)).toBe(true);
  });
});
