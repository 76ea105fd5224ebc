import { addZApi } from './support/accounts.ts';
import { focusedCombobox } from './support/combobox.ts';
import { expect, test } from './support/fixture.ts';

/** Max options that may be drawn: more than are in view, far fewer than there are. */
const mostDrawn = 40;
const last = 'Fábio Almeida 1996 +55119000001995';

test('chats: only those in view of two thousand are drawn, and keys and wheel reach the last one', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  simulator.setExtraChats(1996);
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Chat').focus();
  await popup.keyboard.press('ArrowDown');
  const options = popup.getByRole('option');
  const loaded = { timeout: 20_000 };
  await expect.poll(() => options.first().getAttribute('aria-setsize'), loaded).toBe('2000');
  expect(await options.count()).toBeLessThan(mostDrawn);

  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('End');
  await expect.poll(() => focusedCombobox(popup)).toMatchObject({ active: last, position: '2000/2000', inView: true });
  expect(await options.count()).toBeLessThan(mostDrawn);
  await popup.keyboard.press('Home');
  await expect.poll(() => focusedCombobox(popup)).toMatchObject({ position: '1/2000', inView: true });

  const list = popup.getByRole('listbox');
  await list.hover();
  for (let place = 0; place < 60_000; place += 6_000) {
    await popup.mouse.wheel(0, 6_000);
    await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(Math.min(place, 59_000));
    expect(await options.count()).toBeLessThan(mostDrawn);
  }
  await popup.getByRole('option', { name: last }).click();
  expect(await popup.getByLabel('Chat').inputValue()).toBe('Fábio Almeida 1996');
});
