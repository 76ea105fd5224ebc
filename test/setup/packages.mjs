// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(new URL(file, root), 'utf8'));

/**
 * Returns a sentence if this Node is too old.
 * @returns {string | undefined}
 */
export function checkNode() {
  const wanted = String(readJson('package.json').engines.node).replace('>=', '');
  const [major = 0, minor = 0] = wanted.split('.').map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return undefined;
  return `Pushpin needs Node ${wanted} or newer, this is ${process.versions.node}. Get one at https://nodejs.org.`;
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * Returns whether node_modules has exactly the versions of package-lock.json. npm keeps a lock file of its own inside
 * node_modules with what it installed; the times of files mean little after a `git checkout`.
 * @returns {boolean}
 */
function packagesAreCurrent() {
  if (!existsSync(new URL('node_modules/.package-lock.json', root))) return false;
  /** @type {Packages} */
  const wanted = readJson('package-lock.json').packages;
  /** @type {Packages} */
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

/**
 * Installs the packages of package-lock.json if they are not there yet.
 * @returns {string | undefined} what went wrong
 */
export function installPackages() {
  if (packagesAreCurrent()) return undefined;
  console.log('Installing packages (npm ci) …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const run = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return run.status === 0 ? undefined : 'npm ci failed: see above.';
}
