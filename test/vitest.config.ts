import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { maxWaitMs } from './max-wait.ts';

// Not the configuration of the build: that one writes an extension.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      {
        extends: true,
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/native/**'],
          // Vitest leaves one core free unless told otherwise, and threads start faster than processes.
          pool: 'threads',
          maxWorkers: availableParallelism(),
          setupFiles: 'test/setup/seed-properties.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/support/fresh-build.ts',
          maxWorkers: 3,
          // A file's state is its Chromium; Playwright and the simulator are loaded once a worker.
          isolate: false,
          expect: { poll: { timeout: maxWaitMs } },
          testTimeout: 4 * maxWaitMs,
          hookTimeout: 4 * maxWaitMs,
        },
      },
      {
        // The menu that Chrome draws itself, under Xvfb: npm run test:native.
        extends: true,
        test: {
          name: 'native',
          include: ['test/native/**/*.test.ts'],
          globalSetup: 'test/browser/support/fresh-build.ts',
          maxWorkers: 1,
          expect: { poll: { timeout: maxWaitMs } },
          testTimeout: 4 * maxWaitMs,
          hookTimeout: 4 * maxWaitMs,
        },
      },
    ],
  },
});
