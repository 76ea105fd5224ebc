import { addPeriskope, addZApi } from './accounts.ts';
import { expect, test } from './fixture.ts';
import { press } from './popup-gestures.ts';
import { asSent, periskopeCall, pinCalls, zApiCall } from './requests.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

test('popup: Undo sends the opposite of a request', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  await popup.getByLabel('Chat').fill('120363019502650977-group');
  await press(popup, 'Pin');
  await popup.getByRole('button', { name: 'Undo: Pin for 7 days 3EB0796DC6B777C0C7CD' }).click();
  await popup.getByRole('button', { name: 'Undo: Unpin 3EB0796DC6B777C0C7CD' }).waitFor();

  const call = { phone: '120363019502650977-group', messageId: '3EB0796DC6B777C0C7CD' };
  expect(pinCalls(simulator.received).map(asSent)).toEqual([
    zApiCall({ ...call, messageAction: 'pin', pinMessageDuration: '7_days' }),
    zApiCall({ ...call, messageAction: 'unpin', pinMessageDuration: '7_days' }),
  ]);
  expect(simulator.pins()).toEqual([]);
});

test('popup: Undo of an unpin pins for as long as before', async ({ pushpin, simulator }) => {
  const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Account').selectOption('Community India (Periskope)');
  await popup.getByLabel('Message').fill(key);
  await popup.getByRole('radio', { name: '30 days' }).check();
  await press(popup, 'Unpin');
  await popup.getByRole('button', { name: 'Undo: Unpin 3EB0F754E67BDF3178E76C680224FF7114E2CB95' }).click();
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 204 && simulator.pins().length === 1);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([
    periskopeCall(key, { pin: false }),
    periskopeCall(key, { pin: true, time: 30 }),
  ]);
});

test('popup: after another try succeeded, the old failure is no longer claimed', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  simulator.misbehave({ kind: 'status', status: 500 });
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText('Z-API has a problem of its own').waitFor();

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
  await popup
    .getByRole('button', { name: /^Undo: Pin/ })
    .first()
    .click();
  await popup
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: /^Undo: Unpin/ })
    .waitFor();
  await expect.poll(() => status.innerText()).not.toBe(first);
});
