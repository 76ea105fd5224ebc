import { expect, test } from 'vitest';
import { startSimulator } from '../simulator/index.ts';
import { launchPushpin } from './support/launch.ts';

test('installation: Chrome opens the options, which ask for a first account', async ({ onTestFinished }) => {
  const simulator = await startSimulator();
  onTestFinished(() => simulator.close());
  const pushpin = await launchPushpin(simulator);
  onTestFinished(() => pushpin.close());

  const { context } = pushpin;
  const options = context.pages()[1] ?? (await context.waitForEvent('page'));
  await options.getByRole('heading', { name: 'Add your first account' }).waitFor();
  await options.getByRole('button', { name: 'Add account' }).click();
  await options.getByRole('heading', { name: 'Add account' }).waitFor();
  expect(simulator.received).toEqual([]);
});
