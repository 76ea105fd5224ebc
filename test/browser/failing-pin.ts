import { expect } from 'vitest';
import type { Simulator } from '../simulator/index.ts';
import type { Pushpin } from './launch.ts';
import { press } from './popup-gestures.ts';

interface FailingPin {
  message: string;
  /** The sentence that the popup has to say. */
  says: string;
  /** What stands in the list, in one or two words. */
  state: string;
  /** Puts right what was wrong. */
  mend: () => unknown;
}

/**
 * Pins in the popup what fails, and holds what has to be true of every failure: a sentence that names the account and
 * the next step, nothing typed is lost, and once the cause is gone Try again does it.
 */
export async function failThenTryAgain(
  pushpin: Pushpin,
  simulator: Simulator,
  { message, says, state, mend }: FailingPin,
): Promise<void> {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  await popup.getByRole('radio', { name: '30 days' }).check();
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText(says, { exact: true }).waitFor();

  expect(await popup.getByLabel('Message').inputValue()).toBe(message);
  expect(await popup.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
  const item = popup.getByRole('listitem').first();
  expect(await item.innerText()).toContain(`${state} · Pin for 30 days`);
  expect(await popup.getByRole('status').innerText()).toBe('');

  await mend();
  const before = simulator.received.length;
  await item.getByRole('button', { name: /^Try again: Pin for 30 days/ }).click();
  await simulator.waitFor(({ route, status, number }) => route === 'pin' && status !== null && number > before);
  await popup.getByRole('listitem').first().getByText('Accepted').waitFor();
  expect(simulator.pins()).toHaveLength(1);
}
