import { describe, expect, it } from 'vitest';
import { isWithin, median, quantile, summarizeRow } from './summarize.ts';

describe('the statistics of the bench', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 3], 2.5],
    [[10, 9, 100], 10],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  it.each([
    [0, 1],
    [0.25, 2],
    [0.3, 2.2],
    [1, 5],
  ])('the quantile %d of 1 to 5 is %d', (fraction, expected) => {
    expect(quantile([5, 3, 1, 4, 2], fraction)).toBeCloseTo(expected);
  });

  it('a value at its limit is within it, in both directions', () => {
    const values = [1.4, 1.5, 1.6];
    const within = (bound: 'at most' | 'at least') =>
      values.filter((value) => isWithin(value, { figure: 'ratio', bound, value: 1.5 }));
    expect([within('at most'), within('at least')]).toEqual([
      [1.4, 1.5],
      [1.5, 1.6],
    ]);
  });

  it('the ratio is the median of the ratios of the pairs, so that a moment in which both are slow does not change it', () => {
    const pairs = [
      { work: 20, beside: 10 },
      { work: 400, beside: 200 },
      { work: 22, beside: 10 },
    ];
    const row = summarizeRow({ number: 1, work: 'a', beside: 'b' }, [{ name: 'c', unit: 'ms', pairs }]);
    expect(row.comparisons).toEqual([
      { name: 'c', unit: 'ms', rounds: 3, work: 22, beside: 10, ratio: 2, lowerQuartile: 2, upperQuartile: 2.1 },
    ]);
  });
});
