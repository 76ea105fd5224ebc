import { test as base, expect } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { type Destination, launchPushpin, type Pushpin } from './launch.ts';

export { expect };

/** Longest time that anything on a page may take, in ms: a failing test says what it waited for, not that time is up. */
const patience = 5_000;

/** Starts Pushpin, without the options that Chrome opens when an extension is installed. */
export async function startPushpin(
  destination: Destination,
  onCleanup: (cleanup: () => Promise<void>) => void,
): Promise<Pushpin> {
  const pushpin = await launchPushpin(destination);
  onCleanup(() => pushpin.close());
  const { context } = pushpin;
  context.setDefaultTimeout(patience);
  const first = context.pages()[1] ?? (await context.waitForEvent('page'));
  await first.waitForURL(/options\/index\.html/);
  await first.close();
  return pushpin;
}

/** A test with a running simulator and Pushpin. Every file has them as new; to start a Chromium for each takes minutes. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture stands on.
  .extend('simulator', { scope: 'worker' }, async ({}, { onCleanup }): Promise<Simulator> => {
    const simulator = await startSimulator();
    onCleanup(() => simulator.close());
    return simulator;
  })
  .extend('running', { scope: 'worker' }, ({ simulator }, { onCleanup }) => startPushpin(simulator, onCleanup))
  .extend('pushpin', { scope: 'file' }, async ({ running, simulator }) => {
    running.context.setDefaultTimeout(patience);
    simulator.reset();
    await running.beginAnew();
    return running;
  })
  .extend('errors', { scope: 'file' }, ({ pushpin: { context } }) => {
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(error.error().message));
    context.on('console', (said) => {
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) errors.push(said.text());
    });
    return errors;
  })
  // What holds in every test: calls are exactly as documented, and no page and no worker reports an error.
  .extend('faultless', { auto: true }, ({ task, simulator, pushpin, errors }, { onCleanup }) => {
    const { context } = pushpin;
    onCleanup(async () => {
      const [, ...pages] = context.pages();
      if (task.result?.state === 'fail') {
        const picture = (index: number) => `test/.output/failed ${task.name} ${index}.png`;
        await Promise.all(pages.map((page, index) => page.screenshot({ path: picture(index) })));
      }
      const violations = simulator.violations();
      await pushpin.forgetRequests();
      simulator.reset();
      await Promise.all(pages.map((page) => page.close()));
      expect({ violations, errors: errors.splice(0) }).toEqual({ violations: [], errors: [] });
    });
  });
