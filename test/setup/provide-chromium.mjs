// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

/**
 * Returns the ids of this Linux distribution and of those that it derives from, its own first:
 * https://www.freedesktop.org/software/systemd/man/os-release.html
 * @returns {string[]}
 */
function distribution() {
  const file = '/etc/os-release';
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return ['ID', 'ID_LIKE'].flatMap((key) => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(text)?.[1]?.split(' ') ?? []);
}

/**
 * Returns the command that installs a Chromium on this system.
 * @param {string[]} ids
 */
function howToInstall(ids) {
  if (process.platform === 'darwin') return 'brew install --cask google-chrome';
  if (process.platform === 'win32') return 'winget install --id Google.Chrome';
  if (ids[0] === 'ubuntu') {
    const file = 'google-chrome-stable_current_amd64.deb';
    return `curl -o /tmp/${file} https://dl.google.com/linux/direct/${file} && sudo apt-get install -y /tmp/${file}`;
  }
  if (ids.includes('fedora')) return 'sudo dnf install -y chromium';
  if (ids.includes('arch')) return 'sudo pacman -S --noconfirm chromium';
  if (ids.some((id) => id.includes('suse'))) return 'sudo zypper install -y chromium';
  if (ids.includes('alpine')) return 'sudo apk add chromium';
  return 'sudo apt-get install -y chromium';
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (run.status !== 0) console.error(`${run.stderr ?? run.error}`.trim().split('\n').slice(-5).join('\n'));
  return run.status === 0;
}

/**
 * Finds a Chromium, or installs one where that is possible without asking: as root on Debian and its derivatives.
 * @returns {string | undefined} what went wrong, and what to do
 */
export function provideChromium() {
  if (findChromium()) return undefined;
  if (process.env.CHROMIUM) return `CHROMIUM names ${process.env.CHROMIUM}, which is no program that can be started.`;
  const ids = distribution();
  if (ids.includes('debian') && ids[0] !== 'ubuntu' && process.getuid?.() === 0) {
    console.log('Installing Chromium (apt-get install chromium) …');
    const installed = aptGet(['update']) && aptGet(['install', '-y', '--no-install-recommends', 'chromium']);
    if (installed && findChromium()) return undefined;
  }
  const snap = ids[0] === 'ubuntu' ? " Ubuntu's own chromium is a snap, which cannot see the tests' files." : '';
  return `Pushpin needs Chromium or Chrome, and found none.${snap} Install one with

  ${howToInstall(ids)}

or name one in the environment variable CHROMIUM.`;
}
