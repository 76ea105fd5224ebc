import type { Page } from 'playwright-core';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, openEmptyPopup, press } from './support/popup-gestures.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

/** The focused element: its tag, and the words in it. */
const focused = (page: Page) =>
  page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);

test.for(['mouse', 'Enter'])(
  'popup: Cancel by %s leaves the focus at its request',
  async (how, { pushpin, simulator }) => {
    const popup = await pushpin.openPopup();
    await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
    simulator.misbehave({ kind: 'status', status: 503, headers: { 'Retry-After': '100' } });
    await press(popup, 'Pin');
    const cancel = popup.getByRole('button', { name: /^Cancel: Pin/ });
    await cancel.waitFor();
    if (how === 'mouse') await cancel.click();
    else await cancel.press('Enter');
    await popup.getByRole('listitem').getByText('Cancelled').waitFor();
    await expect.poll(() => focused(popup)).toMatch(/^LI Cancelled.*3EB0C431C26A1916E07E9A/);
  },
);

test('popup: loading chats again leaves the focus in Chat', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  simulator.misbehave({ kind: 'status', status: 500, on: { route: 'chats' } });
  await popup.getByLabel('Chat').focus();
  const again = popup.getByRole('button', { name: 'Load chats again' });
  await again.waitFor();
  simulator.behave();
  simulator.misbehave({ kind: 'hang', on: { route: 'chats' } });
  await again.press('Enter');
  await again.waitFor({ state: 'detached' });
  await expect.poll(() => popup.evaluate(() => document.activeElement?.id)).toBe('chat');
});

test('popup: loading messages again leaves the focus in the picker', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Account').selectOption('Community India (Periskope)');
  await popup.getByRole('button', { name: 'Choose a message…' }).click();
  simulator.misbehave({ kind: 'status', status: 500, on: { route: 'messages' } });
  await popup.getByLabel('Chat').fill('+919487126251');
  const again = popup.getByRole('button', { name: 'Load messages again' });
  await again.waitFor();
  simulator.behave();
  simulator.misbehave({ kind: 'hang', on: { route: 'messages' } });
  await again.press('Enter');
  await again.waitFor({ state: 'detached' });
  await expect.poll(() => popup.evaluate(() => document.activeElement?.closest('.picker-panel') !== null)).toBe(true);
});

test('popup: deleting all accounts leaves the focus on Add account', async ({ pushpin }) => {
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, 'Support Brazil (Z-API)');
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await press(popup, 'Pin');
  await popup.getByRole('button', { name: /^Undo: Pin/ }).focus();
  const options = await pushpin.openOptions();
  for (const name of ['Support Brazil', 'Community India']) {
    await options.getByRole('button', { name: `Delete ${name}` }).click();
    await options.getByRole('button', { name: 'Delete', exact: true }).click();
    await options.getByRole('status').getByText(`“${name}” was deleted from this browser.`).waitFor();
    const focusAfter = name === 'Support Brazil' ? /^SECTION Recent pins and unpins/ : /^BUTTON Add account/;
    await expect.poll(() => focused(popup)).toMatch(focusAfter);
  }
});
