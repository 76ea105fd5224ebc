import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { asSent, pinCalls, zApiCall } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

test('menu: where Chrome does not open the popup, a window asks and pins', async ({ pushpin, simulator }) => {
  await addZApi(pushpin);
  const worker = await pushpin.worker();
  // Chrome refuses openPopup() if no window is in front.
  await worker.evaluate(async () => {
    for (const { id = 0 } of await chrome.windows.getAll()) await chrome.windows.update(id, { state: 'minimized' });
  });
  const opened = pushpin.context.waitForEvent('page');
  await pushpin.clickMenu('pin:30d', { selectionText: '3EB0796DC6B777C0C7CD' });
  const popup = await opened;
  await popup.getByText(sentence('question_chat_missing')).waitFor();
  await expect.poll(() => focusOf(popup)).toBe('Chat');
  expect(popup.url()).toContain('/src/popup/index.html');
  expect(await popup.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);

  await popup.keyboard.type('120363019502650977-group');
  await popup.keyboard.press('Enter');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(pinCalls(simulator.received).map(asSent)).toEqual([
    zApiCall({
      phone: '120363019502650977-group',
      messageId: '3EB0796DC6B777C0C7CD',
      messageAction: 'pin',
      pinMessageDuration: '30_days',
    }),
  ]);
});
