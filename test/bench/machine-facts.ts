import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { chromium } from 'playwright-core';
import { findChromium } from '../setup/find-chromium.mjs';
import type { Machine } from './bench-results.ts';

async function chromiumVersion(): Promise<string> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const version = browser.version();
  await browser.close();
  return version;
}

export async function machineFacts(): Promise<Machine> {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    chromium: await chromiumVersion(),
  };
}

/** Returns the commit in the working folder, with “+” after it if files were changed since; “unknown” outside of Git. */
export function measuredCommit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return git('rev-parse', '--short', 'HEAD').trim() + (git('status', '--porcelain') ? '+' : '');
  } catch {
    return 'unknown';
  }
}
