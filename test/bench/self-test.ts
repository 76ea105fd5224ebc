import type { Shortfall } from './bench-results.ts';
import type { BenchRow } from './bench-row.ts';
import type { BuildFolder } from './build-all.ts';
import { isCaught, shortfallOf } from './judge-results.ts';
import { summarizeRow } from './summarize.ts';

/** Measures a row with the build and with a slowed copy of it, and returns a line for each limit that does not catch it. */
export async function selfTest(
  row: BenchRow,
  normal: BuildFolder,
  shortfalls: readonly Shortfall[],
): Promise<{ caught: string[]; notCaught: string[] }> {
  const slowed = await normal.copy();
  try {
    await row.slowDown(slowed.builds);
    const before = summarizeRow(row, await row.measure(normal.builds));
    const after = summarizeRow(row, await row.measure(slowed.builds));
    const caught: string[] = [];
    const notCaught: string[] = [];
    for (const [index, result] of after.comparisons.entries()) {
      const expected = before.comparisons[index];
      if (!result.limit || !expected) continue;
      const line = `Row ${row.number}, ${result.name}: ${expected[result.limit.figure]} becomes ${result[result.limit.figure]}`;
      (isCaught(result, expected, shortfallOf(row, result, shortfalls)) ? caught : notCaught).push(line);
    }
    return { caught, notCaught };
  } finally {
    await slowed.remove();
  }
}
