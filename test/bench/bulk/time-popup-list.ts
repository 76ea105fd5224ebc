import { setTimeout as sleep } from 'node:timers/promises';
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
  // Playwright's own ways to type insert a text of many lines line by line, with a plan of the popup after each.
  await popup.getByLabel('Message').evaluate(
    (field: HTMLTextAreaElement, text) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    messages.map(({ messageId }) => messageId).join('\n'),
  );
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
