import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from './judge-results.ts';
import { makeResult, makeResults } from './make-result.ts';
import { readResults, withTable } from './results-file.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const results = readResults();

describe('the stored results of the bench', () => {
  it('are what the table in the README shows', () => {
    expect(results).toBeDefined();
    expect(results && withTable(readme, results)).toBe(readme);
  });

  it('have no shortfall that is not needed any more', () => {
    const comparisons = results?.rows.flatMap(({ number, comparisons }) =>
      comparisons.map((result) => ({ number, ...result })),
    );
    for (const shortfall of results?.shortfalls ?? []) {
      const { row, comparison } = shortfall;
      const result = comparisons?.find(({ number, name }) => number === row && name === comparison);
      expect([row, comparison, result && judge(result, shortfall)]).toEqual([row, comparison, 'accepted']);
    }
  });

  it('replace only the table that was there before', () => {
    const first = withTable(readme, makeResults(makeResult()));
    const second = withTable(first, makeResults(makeResult({ name: 'another' })));
    expect(second).toBe(first.replace('workers stopped', 'another'));
  });

  it('are not written into a README without the two markers', () => {
    expect(() => withTable('# Pushpin', makeResults(makeResult()))).toThrow('The README has no place for the results');
  });
});
