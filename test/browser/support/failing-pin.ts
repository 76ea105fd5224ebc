import { expect } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { press } from './popup-gestures.ts';
import type { Pushpin } from './pushpin.ts';

/**
 * What does it once the cause is gone: a button of a request that was refused, or waits for its account; or Pin in the
 * form, where Pushpin tries again by itself and may be faster than any button.
 */
export type Button = 'Try again' | 'Try now' | 'Pin';

interface FailingPin {
  message: string;
  /** The sentence that the popup has to say. */
  says: string;
  button: Button;
  /** Puts right what was wrong. */
  mend: () => unknown;
}

/**
 * Pins in the popup what fails, and holds what has to be true of every failure: a sentence that names the account and
 * the next step, nothing typed is lost, and once the cause is gone one press does it.
 */
export async function failThenSucceed(
  pushpin: Pushpin,
  simulator: Simulator,
  { message, says, button, mend }: FailingPin,
): Promise<void> {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  await popup.getByRole('radio', { name: '30 days' }).check();
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText(says, { exact: true }).waitFor();

  expect(await popup.getByLabel('Message').inputValue()).toBe(message);
  expect(await popup.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
  const item = popup.getByRole('listitem').first();
  const state = button === 'Try again' ? 'Rejected' : 'Waiting';
  await item.getByText(`${state} · Pin for 30 days`).waitFor();
  expect(await popup.getByRole('status').innerText()).toBe('');

  const before = simulator.received.length;
  await mend();
  if (button === 'Pin') await press(popup, 'Pin');
  else await item.getByRole('button', { name: `${button}: Pin for 30 days` }).click();
  await simulator.waitFor(({ route, status, number }) => route === 'pin' && status !== null && number > before);
  await popup.getByRole('listitem').first().getByText('Accepted').waitFor();
  expect(simulator.pins()).toHaveLength(1);
}
