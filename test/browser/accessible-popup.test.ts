import type { Page } from 'playwright-core';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { smallTargets, violations } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';

const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
}

test('accessible: the popup has no violation before there is an account', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByRole('button', { name: 'Add account' }).waitFor();
  await expectAccessible(popup);
});

test('accessible: the popup has no violation when empty, asking, filled, busy or accepted', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').waitFor();
  await expectAccessible(popup);
  await press(popup, 'Pin');
  await popup.getByText('Enter a message ID.').waitFor();
  await expectAccessible(popup);
  await popup.getByLabel('Message').fill(key);
  await expectAccessible(popup);
  simulator.misbehave({ kind: 'hang', on: { route: 'pin' } });
  await press(popup, 'Pin');
  await popup.getByText('Sending').waitFor();
  await expectAccessible(popup);
  simulator.behave();
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await expectAccessible(popup);
});

test('accessible: the popup has no violation when it asks for a chat, or for the country of a number', async ({
  pushpin,
}) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(JSON.stringify({ messageId: '3EB0796DC6B777C0C7CD', phone: '5521988887777' }));
  await popup.getByText('Named in the text.').waitFor();
  await popup.getByLabel('Chat').fill('+5511999999999');
  await press(popup, 'Pin');
  await popup.getByText('Which chat is the message in?').waitFor();
  await expectAccessible(popup);
  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  await popup.getByRole('button', { name: 'Use +5511999999999 again' }).waitFor();
  await expectAccessible(popup);
  await popup.getByLabel('Chat').fill('11 99999-9999');
  await press(popup, 'Pin');
  await popup.getByText('Is this +55 11 99999-9999?').waitFor();
  await expectAccessible(popup);
  await popup.getByRole('button', { name: 'Another country' }).click();
  await popup.getByLabel('Country', { exact: true }).waitFor();
  await expectAccessible(popup);
});

test('accessible: the popup has no violation after failures', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(key);
  for (const status of [400, 503, 401]) {
    simulator.misbehave({ kind: 'status', status, headers: { 'Retry-After': '1' } });
    await press(popup, 'Pin');
    await popup.getByRole('alert').getByText(`Status ${status}`).waitFor();
    await expectAccessible(popup);
    simulator.behave();
  }
});

test('accessible: the live regions of the popup are there before they speak', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').waitFor();
  expect(await popup.getByRole('status').count()).toBe(1);
  expect(await popup.getByRole('alert').count()).toBe(1);
});
