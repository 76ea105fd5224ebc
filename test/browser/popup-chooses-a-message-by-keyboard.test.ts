import type { Page } from 'playwright-core';
import { addPeriskope } from './support/accounts.ts';
import { focusedCombobox, untilAnnounced } from './support/combobox.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import type { Pushpin } from './support/pushpin.ts';
import { asSent, periskopeCall, pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const opener = sentence('messages_choose');

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

async function tabTo(popup: Page, name: string): Promise<void> {
  await popup.keyboard.press('Tab');
  await expect.poll(() => focusOf(popup)).toBe(name);
}

/** Opens a popup with the picker open and the focus in its chat. */
async function openPicker(pushpin: Pushpin): Promise<Page> {
  const popup = await pushpin.openPopup();
  await expect.poll(() => focusOf(popup)).toBe('Message');
  await tabTo(popup, opener);
  await popup.keyboard.press('Enter');
  await untilAnnounced(popup, sentence('messages_no_chat'));
  expect(await popup.locator(':focus').getAttribute('aria-expanded')).toBe('true');
  await tabTo(popup, 'Chat');
  return popup;
}

test('picker: a chat and a message of it are chosen by keyboard alone, and its own key is sent', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openPicker(pushpin);
  await popup.keyboard.type('asha');
  await expect
    .poll(() => focusedCombobox(popup))
    .toMatchObject({ active: 'Asha Verma +919487126251', expanded: 'true' });
  await popup.keyboard.press('Enter');
  await untilAnnounced(popup, sentence('messages_count', '2'));
  expect(pinCalls(simulator.received)).toEqual([]);

  await tabTo(popup, sentence('messages_list', 'Asha Verma'));
  const active = async () => (await focusedCombobox(popup)).active;
  expect(await active()).toContain('Thank you. The gate code is 4471.');
  await popup.keyboard.press('ArrowDown');
  await expect.poll(active).toContain('Your ticket #3312 is with our engineer; he calls before noon.');
  expect((await focusedCombobox(popup)).inView).toBe(true);
  await popup.keyboard.press('Enter');

  const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
  await expect.poll(() => focusOf(popup)).toBe(opener);
  expect(await popup.getByLabel('Message').inputValue()).toBe(key);
  expect(await popup.getByRole('listbox').count()).toBe(0);
  await popup.keyboard.press('Shift+Tab');
  expect(await focusOf(popup)).toBe('Message');
  await popup.keyboard.press('Enter');
  await simulator.waitFor(({ route, status }) => route === 'pin' && status !== null);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([periskopeCall(key, { pin: true, time: 7 })]);
});

test('picker: Escape closes it, and the focus goes back to where it was opened', async ({ pushpin }) => {
  const popup = await openPicker(pushpin);
  await popup.keyboard.press('ArrowDown');
  await expect.poll(async () => (await focusedCombobox(popup)).expanded).toBe('true');
  await popup.keyboard.press('Escape');
  expect(await focusOf(popup)).toBe('Chat');
  await popup.keyboard.press('Escape');
  await expect.poll(() => focusOf(popup)).toBe(opener);
  expect(await popup.locator(':focus').getAttribute('aria-expanded')).toBe('false');
});

test('picker: messages that cannot be had are said so, with the account, and can be asked for again', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'status', status: 500, on: { route: 'messages' } });
  const popup = await openPicker(pushpin);
  // Filled in at once: typed key by key, every shorter number would be asked for, too.
  await popup.keyboard.insertText('919487126251');
  await untilAnnounced(popup, sentence('list_server', 'Community India', 'Periskope'));
  simulator.behave();
  await tabTo(popup, sentence('messages_again'));
  await popup.keyboard.press('Enter');
  await expect.poll(() => focusOf(popup)).toContain('Latest in');
  await untilAnnounced(popup, sentence('messages_count', '2'));
});
