// @ts-check
// Runs everything that `npm test` checks. Lint, types and the build run beside the unit tests; the browser tests come last
// and alone, because they take all cores.
import { spawn } from 'node:child_process';

/**
 * Runs a script of package.json.
 * @param {string} script
 * @param {'pipe' | 'inherit'} stdio
 */
function startScript(script, stdio) {
  const npm = process.env.npm_execpath;
  const args = ['run', '--silent', script];
  const env = process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env;
  return npm?.endsWith('npm-cli.js')
    ? spawn(process.execPath, [npm, ...args], { env, stdio })
    : spawn('npm', args, { env, stdio, shell: process.platform === 'win32' });
}

/**
 * Runs a script and prints its whole output once it has ended, so that the outputs of several do not mix.
 * @param {string} script
 * @returns {Promise<boolean>} whether it passed
 */
function runQuietly(script) {
  const startedAt = Date.now();
  const child = startScript(script, 'pipe');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', ({ message }) => {
      output += message;
    });
    child.on('close', (code) => {
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(`── ${script}: ${code === 0 ? 'passed' : 'failed'} after ${seconds} s\n${output.trimEnd()}`);
      resolve(code === 0);
    });
  });
}

/**
 * Runs scripts one after the other, also where one fails.
 * @param {readonly string[]} scripts
 * @returns {Promise<string[]>} those that failed
 */
async function runInOrder(scripts) {
  const failed = [];
  for (const script of scripts) if (!(await runQuietly(script))) failed.push(script);
  return failed;
}

console.log('Running lint, types, unit tests and the build …');
const failed = (await Promise.all([runInOrder(['test:unit']), runInOrder(['lint', 'types', 'build'])])).flat();
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}. The browser tests were not run.`);
  process.exit(1);
}
console.log('── test:browser');
startScript('test:browser', 'inherit').on('close', (code) => process.exit(code ?? 1));
