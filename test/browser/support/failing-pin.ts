import { expect } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { untilAnswered } from './open-messages.ts';
import { press } from './popup-gestures.ts';
import type { Pushpin } from './pushpin.ts';

/**
 * The button that sends the message once the cause is gone: one of the request that was refused or waits for its
 * account; or Pin in the form, where Pushpin tries again by itself and may be faster than any button.
 */
export type Button = 'Try again' | 'Try now' | 'Pin';

interface FailingPin {
  message: string;
  /** The sentence that the popup has to show as an alert. */
  alertText: string;
  button: Button;
  /** Removes the cause of the failure. */
  fixCause: () => unknown;
}

/**
 * Presses Pin for a message that fails, and checks what has to be true of every failure: a sentence names the account and
 * the next step, nothing typed is lost, and once the cause is gone one press of a button succeeds.
 */
export async function failThenSucceed(
  pushpin: Pushpin,
  simulator: Simulator,
  { message, alertText, button, fixCause }: FailingPin,
): Promise<void> {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  await popup.getByRole('radio', { name: '30 days' }).check();
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText(alertText, { exact: true }).waitFor();

  expect(await popup.getByLabel('Message').inputValue()).toBe(message);
  expect(await popup.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
  const item = popup.getByRole('listitem').first();
  const state = button === 'Try again' ? 'Rejected' : 'Waiting';
  await item.getByText(`${state} · Pin for 30 days`).waitFor();
  expect(await popup.getByRole('status').innerText()).toBe('');

  // A busy popup ignores the press.
  await untilAnswered(popup);
  const countBefore = simulator.received.length;
  await fixCause();
  if (button === 'Pin') await press(popup, 'Pin');
  else await item.getByRole('button', { name: `${button}: Pin for 30 days` }).click();
  await simulator.waitFor(({ route, status, number }) => route === 'pin' && status !== null && number > countBefore);
  await popup.getByRole('listitem').first().getByText('Accepted').waitFor();
  expect(simulator.pins()).toHaveLength(1);
}
