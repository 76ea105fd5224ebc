import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { type BenchResults, benchResults } from './bench-results.ts';
import { asMarkdown } from './results-table.ts';

const resultsFile = new URL('../../docs/bench.json', import.meta.url);
const readme = new URL('../../README.md', import.meta.url);

const begin = '<!-- bench: written by `npm run bench -- --save` -->\n';
const end = '\n<!-- /bench -->';

/** Reads docs/bench.json; undefined before anything was saved. */
export function readResults(): BenchResults | undefined {
  return existsSync(resultsFile) ? v.parse(benchResults, JSON.parse(readFileSync(resultsFile, 'utf8'))) : undefined;
}

/** Returns a README with these results between its two markers. */
export function withTable(text: string, results: BenchResults): string {
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  if (start < 0 || stop < 0) throw new Error(`The README has no place for the results between ${begin}and${end}`);
  return text.slice(0, start + begin.length) + asMarkdown(results) + text.slice(stop);
}

/** Writes docs/bench.json and the table in the README. */
export function saveResults(results: BenchResults): void {
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), results));
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
}
