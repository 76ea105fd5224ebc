import { parseArgs } from 'node:util';
import type { BenchResults, RowResult } from './bench-results.ts';
import type { BenchRow } from './bench-row.ts';
import { benchRows } from './bench-rows.ts';
import { type BuildFolder, buildAll } from './build-all.ts';
import { missedLimits } from './judge-results.ts';
import { machineFacts, measuredCommit } from './machine-facts.ts';
import { readResults, saveResults } from './results-file.ts';
import { asText } from './results-table.ts';
import { selfTest } from './self-test.ts';
import { summarizeRow } from './summarize.ts';

const usage = `npm run bench [-- [row …] [--json | --save | --self-test]]

  row          measures only the rows of these numbers
  --json       prints the results as JSON on the standard output, and nothing else there
  --save       writes docs/bench.json and the table in README.md; only with all rows
  --self-test  shows for each row that it finds a build which is slower by a known amount
`;

/** Prints on the error output, so that the standard output holds nothing but results. */
const report = (line: string): void => void process.stderr.write(`${line}\n`);

function readArguments() {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = { json: flag, save: flag, 'self-test': flag };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const rows = benchRows.filter(({ number }) => positionals.length === 0 || positionals.includes(String(number)));
    const isKnown = positionals.every((name) => rows.some(({ number }) => String(number) === name));
    if (isKnown && !(values.save && positionals.length > 0)) return { ...values, rows };
  } catch {
    // An unknown option leads to the same message as an unknown row.
  }
  report(usage);
  return process.exit(2);
}

async function measureRows(rows: readonly BenchRow[], { builds }: BuildFolder): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const row of rows) {
    const startedAt = performance.now();
    results.push(summarizeRow(row, await row.measure(builds)));
    report(`Row ${row.number} measured in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  }
  return results;
}

const { rows, json, save, 'self-test': isSelfTest } = readArguments();
const shortfalls = readResults()?.shortfalls ?? [];

const commit = measuredCommit();
const machine = await machineFacts();
report('Building …');
const folder = await buildAll();
try {
  if (isSelfTest) {
    for (const row of rows) {
      const { caught, notCaught } = await selfTest(row, folder, shortfalls);
      for (const line of caught) report(`Caught: ${line}`);
      for (const line of notCaught) report(`NOT caught: ${line}`);
      if (notCaught.length > 0 || caught.length === 0) process.exitCode = 1;
    }
  } else {
    const measured = await measureRows(rows, folder);
    const date = new Date().toISOString().slice(0, 10);
    const results: BenchResults = { commit, date, machine, rows: measured, shortfalls };
    if (save) saveResults(results);
    console.log(json ? JSON.stringify(results, null, 2) : asText(results));
    const missed = missedLimits(measured, shortfalls);
    for (const line of missed) report(line);
    if (missed.length > 0) process.exitCode = 1;
  }
} finally {
  await folder.remove();
}
