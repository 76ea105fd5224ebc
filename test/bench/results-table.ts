import type { BenchResults, ComparisonResult } from './bench-results.ts';
import type { Limit } from './bench-row.ts';
import { judge, shortfallOf } from './judge-results.ts';

const header = ['#', 'Work', 'Beside', 'Measured', 'Ratio', 'To reach'];

/**
 * Writes a number with three significant digits, two if it is below 1, or as a whole number if that has more digits.
 */
const formatNumber = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(value < 1 ? 2 : 3)));

const formatLimit = ({ figure, bound, value }: Limit, unit: string): string =>
  `${bound === 'at most' ? '≤' : '≥'} ${formatNumber(value)} ${figure === 'ratio' ? '×' : unit}`;

const verdicts = { 'no limit': '', reached: '', accepted: ', not reached', missed: ', not reached' };

function resultCells(result: ComparisonResult, verdict: keyof typeof verdicts): string[] {
  const { name, unit, limit, work, beside, ratio, lowerQuartile, upperQuartile, rounds } = result;
  const spread = rounds > 1 ? ` (${formatNumber(lowerQuartile)} – ${formatNumber(upperQuartile)})` : '';
  return [
    `${name}: ${formatNumber(work)} ${unit} beside ${formatNumber(beside)} ${unit}`,
    `${formatNumber(ratio)} ×${spread}`,
    limit ? `${formatLimit(limit, unit)}${verdicts[verdict]}` : '–',
  ];
}

/**
 * Returns the results as the cells of a table, its header first. Only the first line of a row has its `work` and
 * `beside`.
 */
function tableCells({ rows, shortfalls }: Pick<BenchResults, 'rows' | 'shortfalls'>): string[][] {
  const lines = rows.flatMap((row) =>
    row.comparisons.map((result, index) => [
      ...(index === 0 ? [String(row.number), row.work, row.beside] : ['', '', '']),
      ...resultCells(result, judge(result, shortfallOf(row, result, shortfalls))),
    ]),
  );
  return [header, ...lines];
}

/** Returns the results for a terminal, in which the measured figures stand below the title of their row. */
export function asText(results: Pick<BenchResults, 'rows' | 'shortfalls'>): string {
  const [, ...lines] = tableCells(results);
  const width = Math.max(...lines.map(([, , , measured = '']) => measured.length));
  const ratioWidth = Math.max(...lines.map(([, , , , ratio = '']) => ratio.length));
  return lines
    .flatMap(([number, work, beside, measured = '', ratio = '', limit]) => [
      ...(number ? [`${number}  ${work}, beside ${beside}`] : []),
      `   ${measured.padEnd(width)}  ${ratio.padEnd(ratioWidth)}  ${limit}`,
    ])
    .join('\n');
}

/** Returns the section of the README: the table, the machine, and the reasons of the accepted shortfalls. */
export function asMarkdown(results: BenchResults): string {
  const { commit, date, machine, shortfalls } = results;
  const [titles = [], ...lines] = tableCells(results).map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  const table = [titles, titles.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  const { cpu, cores, memory, system, node, chromium, load } = machine;
  const reasons = shortfalls.map(({ row, comparison, reason }) => `- Row ${row}, ${comparison}: ${reason}`);
  return [
    ...table,
    '',
    `Commit ${commit}, ${date}, on ${cores} cores (${cpu}), ${memory} GB, ${system}, Node ${node}, Chromium ${chromium}, load ${load}.`,
    ...(reasons.length > 0 ? ['', 'Limits that are not reached:', '', ...reasons] : []),
  ].join('\n');
}
