import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';

test('popup: the Tab key goes through it from top to bottom, and the arrows choose a duration', async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const popup = await pushpin.openPopup();
  await expect.poll(() => focusOf(popup)).toBe('Message');
  const way = ['Account', 'Chat', '7 days', 'Pin', 'Unpin'];
  for (const name of way) {
    await popup.keyboard.press('Tab');
    expect(await focusOf(popup)).toContain(name);
  }
  for (const name of ['Pin', '7 days']) {
    await popup.keyboard.press('Shift+Tab');
    expect(await focusOf(popup)).toBe(name);
  }
  await popup.keyboard.press('ArrowRight');
  expect(await focusOf(popup)).toBe('30 days');
  expect(await popup.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
});

test('popup: Enter in Chat pins, and the focus stays', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await expect.poll(() => focusOf(popup)).toBe('Message');
  await popup.keyboard.type('3EB0C431C26A1916E07E9A');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('5511987654321');
  await popup.keyboard.press('Enter');
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 200);
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(await focusOf(popup)).toBe('Chat');
});

test('popup: Enter in Message pins', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await expect.poll(() => focusOf(popup)).toBe('Message');
  await popup.keyboard.type('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await popup.keyboard.press('Enter');
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 200);
});
