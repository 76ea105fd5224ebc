// @ts-check
// Prints how many tests passed and failed, from the reports in test/.output/.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ status: string, assertionResults: unknown[] }} FileReport */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileReport[] }} Report */

/** @type {Report[]} */
const reports = ['unit', 'browser']
  .map((project) => new URL(`../.output/${project}.json`, import.meta.url))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')));

let passed = 0;
let failed = 0;
for (const { numPassedTests, numFailedTests, testResults } of reports) {
  // A file that cannot even be loaded reports no test at all: it counts as one that failed.
  const unloadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  passed += numPassedTests;
  failed += numFailedTests + unloadable.length;
}
console.log(`${passed} passed, ${failed} failed`);
