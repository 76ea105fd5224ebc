import type { Page } from 'playwright-core';
import type { Simulator } from '../../simulator/index.ts';
import { untilAnswered } from './open-messages.ts';
import type { Pushpin } from './pushpin.ts';
import { pinCalls } from './requests.ts';

/** Opens the popup without a draft. */
export async function openEmptyPopup(pushpin: Pushpin): Promise<Page> {
  const worker = await pushpin.worker();
  await worker.evaluate(() => chrome.storage.session.clear());
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').waitFor();
  return popup;
}

/** Pins the message of the popup for every duration, then unpins it, each time waiting for the answer. */
export async function pinForEachDurationAndUnpin(popup: Page, simulator: Simulator): Promise<void> {
  const before = pinCalls(simulator.received).length;
  const answered = (count: number) =>
    simulator.waitFor(() => pinCalls(simulator.received).filter(({ status }) => status !== null).length === count);
  for (const [index, label] of ['24 hours', '7 days', '30 days'].entries()) {
    await popup.getByRole('radio', { name: label }).check();
    await press(popup, 'Pin');
    await answered(before + index + 1);
  }
  await press(popup, 'Unpin');
  await answered(before + 4);
}

/** Chooses an account, and waits until the popup shows what follows from that, such as its duration. */
export async function chooseAccount(popup: Page, account: string): Promise<void> {
  await popup.getByLabel('Account').selectOption(account);
  await untilAnswered(popup);
}

/**
 * Presses a button of the form once the popup shows what it would send and is not busy. Pressed earlier, the popup asks
 * to look once more, and a busy button ignores the press.
 */
export async function press(popup: Page, button: string): Promise<void> {
  await untilAnswered(popup);
  await popup.getByRole('button', { name: button, exact: true, disabled: false }).click();
}
