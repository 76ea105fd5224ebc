import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { maxWaitMs } from './max-wait.ts';
import { SlowFirst } from './setup/slow-first.ts';

/** Limits of a test that waits for several things, in ms. */
const limits = { expect: { poll: { timeout: maxWaitMs } }, testTimeout: 4 * maxWaitMs, hookTimeout: 4 * maxWaitMs };

// Not the configuration of the build: that one writes an extension.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/native/**'],
          // Vitest would leave one core free, and threads start faster than processes.
          pool: 'threads',
          maxWorkers: availableParallelism(),
          setupFiles: ['test/setup/seed-properties.ts', 'test/setup/own-channels.ts'],
          testTimeout: maxWaitMs,
          hookTimeout: maxWaitMs,
        },
      },
      {
        extends: true,
        test: {
          ...limits,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/support/fresh-build.ts',
          maxWorkers: 3,
          // The state of a test file is in its Chromium, so that Playwright and the simulator are loaded once a worker.
          isolate: false,
        },
      },
      {
        // The menu that Chrome draws itself, under Xvfb: npm run test:native.
        extends: true,
        test: {
          ...limits,
          name: 'native',
          include: ['test/native/**/*.test.ts'],
          globalSetup: 'test/browser/support/fresh-build.ts',
          maxWorkers: 1,
        },
      },
    ],
  },
});
