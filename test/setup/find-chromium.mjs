// @ts-check
import { accessSync, closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Chromium and Chrome for Testing come first, so that tests do not use the browser that people use themselves. */
const linuxNames = [
  'chromium',
  'chromium-browser',
  'ungoogled-chromium',
  'google-chrome-for-testing',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const macNames = ['Chromium', 'Google Chrome for Testing', 'Google Chrome'];
const windowsPaths = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome for Testing', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
];

/**
 * Returns the usual paths of a Chromium on this system, the preferred first.
 * @returns {string[]}
 */
function usualPaths() {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'win32') {
    const folders = [LOCALAPPDATA, PROGRAMFILES, process.env['PROGRAMFILES(X86)'] ?? ''].filter(Boolean);
    return windowsPaths.flatMap((path) => folders.map((folder) => join(folder, ...path)));
  }
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return macNames.flatMap((name) => folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  const folders = PATH.split(delimiter).filter(Boolean);
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Returns whether a path is a program that this user may read and start.
 * @param {string} path
 */
function isProgram(path) {
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Returns whether a program is Ubuntu's snap, or the script that starts it. A snap sees neither /tmp nor hidden folders, so
 * it can open neither the tests' profile nor a clone that lies there.
 * @param {string} path
 */
function isSnap(path) {
  const real = realpathSync(path);
  if (real.startsWith('/snap/') || real === '/usr/bin/snap') return true;
  const start = Buffer.alloc(4096);
  const file = openSync(real, 'r');
  readSync(file, start);
  closeSync(file);
  return start.toString('latin1', 0, 2) === '#!' && start.includes('/snap/');
}

/**
 * Finds the Chromium or Chrome to run Pushpin in: the one that the environment variable CHROMIUM names, or the first in the
 * usual places.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return isProgram(named) ? named : undefined;
  return usualPaths().find((path) => isProgram(path) && !isSnap(path));
}
