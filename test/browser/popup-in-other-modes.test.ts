import type { Page } from 'playwright-core';
import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';

const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

/** The texts with a `+` that is not drawn to the left of the digit after it. */
const misplacedPlus = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const wrong: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const index = node.data.search(/\+\d/);
      if (index < 0 || !node.parentElement?.checkVisibility()) continue;
      const [plus, digit] = [index, index + 1].map((position) => {
        const range = document.createRange();
        range.setStart(node, position);
        range.setEnd(node, position + 1);
        return range.getBoundingClientRect().left;
      });
      if (plus === undefined || digit === undefined || plus > digit) wrong.push(node.data);
    }
    return wrong;
  });

test('popup: where text runs from right to left, the + of a number stays in front of it', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  await popup.getByLabel('Chat').focus();
  await popup.keyboard.press('ArrowDown');
  await popup.getByRole('listbox').getByText('+5511987654321').waitFor();
  expect(await misplacedPlus(popup)).toEqual([]);
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await popup.locator('#chat-note').getByText('+5511987654321').waitFor();
  expect(await misplacedPlus(popup)).toEqual([]);
  await popup.getByLabel('Message').fill(`${key}\ntrue_5511987654321@c.us_3EB0C431C26A1916E07E9A`);
  await press(popup, 'Pin 2 messages');
  await popup.getByText('2 requests accepted').waitFor();
  await popup.getByRole('listitem').nth(1).getByText('Accepted').waitFor();
  expect(await misplacedPlus(popup)).toEqual([]);
});

test('popup: an id in the list of requests is shown to its end', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(key);
  await press(popup, 'Pin');
  const id = popup.getByRole('listitem').getByText('3EB0F754E67BDF3178E76C680224FF7114E2CB95').locator('..');
  await id.waitFor();
  const { cut, lines } = await id.evaluate((element) => ({
    cut: element.scrollWidth - element.clientWidth,
    lines: element.getClientRects().length,
  }));
  expect({ cut, lines }).toEqual({ cut: 0, lines: 1 });
});

test('popup: in forced colours, what is chosen, focused and meant can be told apart', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').waitFor();
  await popup.emulateMedia({ forcedColors: 'active' });
  const styles = await popup.evaluate(() => {
    const look = (element: Element | null | undefined) => {
      const { backgroundColor, outlineStyle } = getComputedStyle(element as Element);
      return { backgroundColor, outlineStyle };
    };
    const segments = [...document.querySelectorAll('.segments label')];
    const [pin, unpin] = ['Pin', 'Unpin'].map((name) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name),
    );
    return {
      chosen: look(segments.find((label) => label.querySelector(':checked'))),
      other: look(segments.find((label) => !label.querySelector(':checked'))),
      frame: look(document.querySelector('.segments')),
      pin: look(pin),
      unpin: look(unpin),
    };
  });
  expect(styles.chosen.backgroundColor).not.toBe(styles.other.backgroundColor);
  expect(styles.chosen.outlineStyle).toBe('none');
  expect(styles.frame.outlineStyle).toBe('solid');
  expect(styles.pin.backgroundColor).not.toBe(styles.unpin.backgroundColor);
});

test('popup: in forced colours, a note has a frame', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.emulateMedia({ forcedColors: 'active' });
  await popup.getByLabel('Message').fill(key);
  await press(popup, 'Pin');
  const note = popup.getByRole('status').locator('.note');
  expect(await note.evaluate((element) => getComputedStyle(element).borderStyle)).toBe('solid');
});

test('popup: a list of which one message is left offers to pin 1 message', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(`${key}\ntrue_5511987654321@c.us_3EB0C431C26A1916E07E9A`);
  await popup.getByRole('group', { name: 'Messages found: 2' }).getByRole('checkbox').first().uncheck();
  await popup.getByRole('button', { name: 'Pin 1 message', exact: true }).waitFor();
  await popup.getByRole('button', { name: 'Unpin 1 message', exact: true }).waitFor();
});

test('popup: at a zoom of 400 % everything is inside the window', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.setViewportSize({ width: 200, height: 560 });
  await popup.getByLabel('Message').fill(key);
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  const outside = await popup.evaluate(() =>
    [...document.querySelectorAll('#popup *')].flatMap((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 1 && right > window.innerWidth ? [`${element.tagName} ${element.className} ${right}`] : [];
    }),
  );
  expect(outside).toEqual([]);
});
