import { addZApi } from './accounts.ts';
import { expect, test } from './fixture.ts';
import { focusOf } from './focus.ts';
import { pinCalls } from './requests.ts';
import { sentence } from './sentence.ts';

test('menu: what was to be unpinned is unpinned by Enter, once its chat is given', async ({ pushpin, simulator }) => {
  await addZApi(pushpin);
  await pushpin.clickMenu('unpin', { selectionText: '3EB0C431C26A1916E07E9A' });
  const popup = await pushpin.openPopup();
  await expect.poll(() => focusOf(popup)).toBe('Chat');
  await popup.keyboard.type('5511987654321');
  await popup.keyboard.press('Enter');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(pinCalls(simulator.received).map(({ body }) => body)).toMatchObject([{ messageAction: 'unpin' }]);

  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3A5F1C9B7D2E4068AB13');
  await popup.getByLabel('Message').press('Enter');
  await expect
    .poll(() => pinCalls(simulator.received).map(({ body }) => body))
    .toMatchObject([{ messageAction: 'unpin' }, { messageAction: 'pin', messageId: '3A5F1C9B7D2E4068AB13' }]);
});

test('menu: an id that is only offered is unpinned by Enter, too, once it is chosen', async ({
  pushpin,
  simulator,
}) => {
  const id = 'D41D8CD98F00B204E9800998ECF8427E';
  await pushpin.clickMenu('unpin', { selectionText: `checksum ${id} of Tuesday` });
  const popup = await pushpin.openPopup();
  await popup.getByRole('button', { name: sentence('message_use', id) }).click();
  await expect.poll(() => focusOf(popup)).toBe('Message');
  await popup.getByLabel('Chat').fill('+5511987654321');
  await popup.keyboard.press('Enter');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(pinCalls(simulator.received).map(({ body }) => body)).toMatchObject([
    { messageAction: 'unpin', messageId: id },
  ]);
});

test('popup: a chat that was emptied is asked for, whatever the default', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511911111111@c.us_3EB0C431C26A1916E07E9A');
  await expect.poll(() => popup.getByLabel('Chat').inputValue()).toBe('5511911111111@c.us');
  await popup.getByLabel('Chat').fill('');
  await popup.getByLabel('Message').press('Enter');
  await popup.getByText('Which chat is this message in?').waitFor();
  expect(pinCalls(simulator.received)).toEqual([]);
});
