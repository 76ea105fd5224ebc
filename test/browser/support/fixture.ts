import { test as base, expect } from 'vitest';
import { maxWaitMs } from '../../max-wait.ts';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { addReport, describeFailure } from './failure-report.ts';
import { type Destination, launchPushpin } from './launch.ts';
import { untilAnswered } from './open-messages.ts';
import type { Pushpin } from './pushpin.ts';

export { expect };

/** Starts Pushpin and closes the options, which Chrome opens when an extension is installed. */
export async function startPushpin(
  destination: Destination,
  onCleanup: (cleanup: () => Promise<void>) => void,
): Promise<Pushpin> {
  const pushpin = await launchPushpin(destination);
  onCleanup(() => pushpin.close());
  const { context } = pushpin;
  context.setDefaultTimeout(maxWaitMs);
  const first = context.pages()[1] ?? (await context.waitForEvent('page'));
  await first.waitForURL(/options\/index\.html/);
  await first.close();
  return pushpin;
}

/**
 * A test with a running simulator and Pushpin. All test files of a Vitest worker share them, because to start a Chromium
 * takes seconds; each file finds them as new.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one uses.
  .extend('simulator', { scope: 'worker' }, async ({}, { onCleanup }): Promise<Simulator> => {
    const simulator = await startSimulator();
    onCleanup(() => simulator.close());
    return simulator;
  })
  .extend('running', { scope: 'worker' }, ({ simulator }, { onCleanup }) => startPushpin(simulator, onCleanup))
  .extend('pushpin', { scope: 'file' }, async ({ running, simulator }) => {
    running.context.setDefaultTimeout(maxWaitMs);
    simulator.reset();
    await running.beginAnew();
    return running;
  })
  .extend('errors', { scope: 'file' }, ({ pushpin: { context } }) => {
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        errors.push(message.text());
      }
    });
    return errors;
  })
  // Checks after every test that all calls were as documented and that no page and no worker reported an error.
  .extend('faultless', { auto: true }, ({ task, simulator, pushpin, errors }, { onCleanup }) => {
    const { context } = pushpin;
    onCleanup(async () => {
      const [, ...pages] = context.pages();
      if (task.result?.state === 'fail') {
        const picture = (index: number) => `test/.output/failed ${task.name} ${index}.png`;
        await Promise.allSettled(pages.map((page, index) => page.screenshot({ path: picture(index), timeout: 5_000 })));
        addReport(task.result.errors, await describeFailure(pushpin, simulator));
      }
      const violations = simulator.violations();
      await pushpin.forgetRequests();
      simulator.reset();
      // What a page of Pushpin has asked for must not happen in the next test. A page of another site may hang.
      const ownPages = pages.filter((page) => page.url().startsWith('chrome-extension://'));
      await Promise.allSettled(ownPages.map(untilAnswered));
      await Promise.all(pages.map((page) => page.close()));
      expect({ violations, errors: errors.splice(0) }).toEqual({ violations: [], errors: [] });
    });
  });
