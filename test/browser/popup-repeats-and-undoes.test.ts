import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { untilAnswered } from './support/open-messages.ts';
import { press } from './support/popup-gestures.ts';
import { asSent, pinCalls, zApiCall } from './support/requests.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

test('popup: Undo of the first pin of a message unpins it, and says so at the pin', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  await popup.getByLabel('Chat').fill('120363019502650977-group');
  await press(popup, 'Pin');
  await popup.getByText('Accepted · Pin for 7 days').waitFor();
  await untilAnswered(popup);
  await popup.getByRole('button', { name: 'Undo: Pin for 7 days 3EB0796DC6B777C0C7CD' }).click();
  await popup.getByText('Undone · Pin for 7 days').waitFor();

  const call = { phone: '120363019502650977-group', messageId: '3EB0796DC6B777C0C7CD' };
  expect(pinCalls(simulator.received).map(asSent)).toEqual([
    zApiCall({ ...call, messageAction: 'pin', pinMessageDuration: '7_days' }),
    zApiCall({ ...call, messageAction: 'unpin', pinMessageDuration: '7_days' }),
  ]);
  expect(simulator.pins()).toEqual([]);
  expect(await popup.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
});

test('popup: after another try succeeded, the old failure is no longer claimed', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  simulator.misbehave({ kind: 'status', status: 500 });
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText('Z-API had a server error').waitFor();

  simulator.behave();
  await press(popup, 'Pin');
  await popup.getByRole('listitem').first().getByText('Accepted').waitFor();
  await expect.poll(() => popup.getByRole('alert').innerText()).toBe('');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
});

test('popup: an Undo is answered where screen readers hear it', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await press(popup, 'Pin');
  const status = popup.getByRole('status');
  await status.getByText('Accepted by Z-API').waitFor();
  const first = await status.innerText();
  await untilAnswered(popup);
  await popup
    .getByRole('button', { name: /^Undo: Pin/ })
    .first()
    .click();
  await popup.getByText(/^Undone/).waitFor();
  await expect.poll(() => status.innerText()).not.toBe(first);
});
