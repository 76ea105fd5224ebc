import type { ComparisonResult, RowResult } from './bench-results.ts';
import type { BenchRow, Comparison, Limit, Pair } from './bench-row.ts';

/** Returns the value below which that fraction of the values lies, interpolated between the two nearest. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * fraction;
  const lower = sorted[Math.floor(position)] ?? Number.NaN;
  const upper = sorted[Math.ceil(position)] ?? Number.NaN;
  return lower + (upper - lower) * (position - Math.floor(position));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Rounds to four significant digits, so that stored results can be read and compared. */
const rounded = (value: number): number => Number(value.toPrecision(4));

function summarizeComparison({ name, unit, limit, pairs }: Comparison): ComparisonResult {
  const medianOf = (figure: (pair: Pair) => number) => rounded(median(pairs.map(figure)));
  const ratios = pairs.map(({ work, beside }) => work / beside);
  return {
    ...{ name, unit, ...(limit ? { limit } : {}), rounds: pairs.length },
    work: medianOf(({ work }) => work),
    beside: medianOf(({ beside }) => beside),
    ratio: rounded(median(ratios)),
    lowerQuartile: rounded(quantile(ratios, 0.25)),
    upperQuartile: rounded(quantile(ratios, 0.75)),
  };
}

/** Reduces the pairs of a row to medians and quartiles. */
export const summarizeRow = (
  { number, work, beside }: Pick<BenchRow, 'number' | 'work' | 'beside'>,
  comparisons: readonly Comparison[],
): RowResult => ({ number, work, beside, comparisons: comparisons.map(summarizeComparison) });

/** Returns the figure of a result that its limit is about. */
export const limitedFigure = (result: ComparisonResult, { figure }: Limit): number => result[figure];

export const isWithin = (value: number, { bound, value: limit }: Limit): boolean =>
  bound === 'at most' ? value <= limit : value >= limit;
