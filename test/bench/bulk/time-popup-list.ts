import { setTimeout as sleep } from 'node:timers/promises';
import { untilAnswered } from '../../browser/support/open-messages.ts';
import type { BulkBed } from './bulk-bed.ts';
import type { BulkMessage } from './bulk-messages.ts';
import { openInFront } from './open-page.ts';
import { readEnd } from './stored-requests.ts';

const pollMs = 100;

/**
 * Lists the messages in the popup, presses its button, and keeps the popup open. Returns the time from the press until the
 * last request has ended on disk, in ms.
 */
export async function timePopupList(
  { pushpin, page, answeredCount }: BulkBed,
  messages: readonly BulkMessage[],
): Promise<number> {
  const popup = await openInFront(pushpin, 'popup');
  if (!popup) throw new Error('There is no popup');
  await popup.getByLabel('Message').focus();
  await popup.keyboard.insertText(messages.map(({ messageId }) => messageId).join('\n'));
  await untilAnswered(popup);
  const name = `Pin ${messages.length.toLocaleString('en')} messages`;
  const button = popup.getByRole('button', { name, exact: true, disabled: false });
  const pressedAt = await button.evaluate((element: HTMLElement) => {
    const now = Date.now();
    element.click();
    return now;
  });
  while (answeredCount() < messages.length) await sleep(pollMs);
  const endedAt = await readEnd(page, messages.length);
  await popup.close();
  return endedAt - pressedAt;
}
