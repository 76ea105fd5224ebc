import type { BenchResults, ComparisonResult } from './bench-results.ts';

/** Creates the result of a comparison, for tests: 12 ms beside 10 ms, and at most 1.25 times as long as that. */
export const makeResult = (changes: Partial<ComparisonResult> = {}): ComparisonResult => ({
  name: 'workers stopped',
  unit: 'ms',
  limit: { figure: 'ratio', bound: 'at most', value: 1.25 },
  rounds: 15,
  work: 12,
  beside: 10,
  ratio: 1.2,
  lowerQuartile: 1.1,
  upperQuartile: 1.3,
  ...changes,
});

/** Creates the results of one row with these comparisons, for tests. */
export const makeResults = (...comparisons: ComparisonResult[]): BenchResults => ({
  commit: 'abc1234',
  date: '2026-01-31',
  machine: { cpu: 'Fast CPU', cores: 2, memory: 8, system: 'Linux 6', node: '20.20.2', chromium: '156.0' },
  rows: [{ number: 1, work: 'Popup opened', beside: 'an empty page', comparisons }],
  shortfalls: [],
});
