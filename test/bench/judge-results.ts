import type { ComparisonResult, RowResult, Shortfall } from './bench-results.ts';
import { isWithin, limitedFigure } from './summarize.ts';

/** `accepted` means that the limit is missed, but not further than a stored shortfall allows. */
export type Verdict = 'no limit' | 'reached' | 'accepted' | 'missed';

export const shortfallOf = (
  { number }: Pick<RowResult, 'number'>,
  { name }: Pick<ComparisonResult, 'name'>,
  shortfalls: readonly Shortfall[],
): Shortfall | undefined => shortfalls.find(({ row, comparison }) => row === number && comparison === name);

/** Compares a result with its limit, and where it is missed with the accepted shortfall. */
export function judge(result: ComparisonResult, shortfall: Shortfall | undefined): Verdict {
  const { limit } = result;
  if (!limit) return 'no limit';
  const figure = limitedFigure(result, limit);
  if (isWithin(figure, limit)) return 'reached';
  return shortfall && isWithin(figure, { ...limit, value: shortfall.upTo }) ? 'accepted' : 'missed';
}

/** Returns a line for each comparison of these rows that misses its limit and has no shortfall that allows this. */
export const missedLimits = (rows: readonly RowResult[], shortfalls: readonly Shortfall[]): string[] =>
  rows.flatMap((row) =>
    row.comparisons
      .filter((result) => judge(result, shortfallOf(row, result, shortfalls)) === 'missed')
      .map(({ name }) => `Row ${row.number} misses its limit: ${name}`),
  );

/**
 * Returns whether the results of a slowed build are told from those of the normal build: the limit is missed, also with the
 * accepted shortfall, and by more than two runs of the same build may differ (15 %).
 */
export function isCaught(
  slowed: ComparisonResult,
  normal: ComparisonResult,
  shortfall: Shortfall | undefined,
): boolean {
  const { limit } = slowed;
  if (!limit || judge(slowed, shortfall) !== 'missed') return false;
  const change = limitedFigure(slowed, limit) / limitedFigure(normal, limit);
  return limit.bound === 'at most' ? change > 1.15 : change < 1 / 1.15;
}
