import type { Page } from 'playwright-core';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { smallTargets, violations } from './support/axe.ts';
import { chooseFile, editRow, idOf, openAddMany, rowOf } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';

const longName = 'Customer support of the branch in São Paulo on the second floor';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin, { name: longName });
  await addPeriskope(pushpin);
});

/** A table with every kind of row: ready, filled in, and with each kind of problem. */
const table = (count: number): string[] => [
  'message,chat,account,action,duration,handling',
  `${idOf(1)},120363019502650977@g.us,${longName},unpin,24 hours,x`,
  `${idOf(2)},11 98765-4321,${longName},pin,30 days,x`,
  `${idOf(3)},,,,,x`,
  `${idOf(4)},the boss of all bosses,Nobody whom anybody knows,apagar tudo,two weeks and a day,x`,
  ...Array.from({ length: count }, (_, index) => `${idOf(100 + index)},5511987654321,${longName},pin,7 days,x`),
];

async function openReview(pushpin: Parameters<typeof openAddMany>[0], width: number, count = 30): Promise<Page> {
  const options = await openAddMany(pushpin);
  await options.setViewportSize({ width, height: 900 });
  await chooseFile(options, 'august.csv', table(count));
  await options.getByText(`${count + 1} ready, 3 with problems.`).waitFor();
  return options;
}

/** Returns the texts of the elements that are cut off or stand outside of the list. */
const cut = (page: Page): Promise<string[]> =>
  page.getByRole('grid').evaluate((grid) => {
    const box = grid.getBoundingClientRect();
    return [...grid.querySelectorAll<HTMLElement>('th, td, td *')].flatMap((cell) => {
      // Only screen readers see the headings of cards.
      if (cell.closest('.visually-hidden') || cell.closest('thead')?.clientWidth === 1) return [];
      const { left, right, width } = cell.getBoundingClientRect();
      const isCut = cell.scrollWidth > cell.clientWidth && getComputedStyle(cell).display !== 'inline';
      return width > 0 && (isCut || left < box.left || right > box.right + 1) ? [cell.textContent ?? ''] : [];
    });
  });

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('bulk: at 1100 px all columns stand side by side, and nothing is cut', async ({ pushpin }) => {
  const options = await openReview(pushpin, 1100);
  const tops = await rowOf(options, 2)
    .getByRole('gridcell')
    .evaluateAll((cells) => new Set(cells.map((cell) => cell.getBoundingClientRect().top)).size);
  expect(tops).toBe(1);
  expect(await cut(options)).toEqual([]);
  expect(await scrollsSideways(options)).toBe(false);
});

test.for([320, 550])('bulk: at %i px every row is a card, and nothing is cut', async (width, { pushpin }) => {
  const options = await openReview(pushpin, width);
  const cells = await rowOf(options, 2)
    .getByRole('gridcell')
    .evaluateAll((all) => new Set(all.map((cell) => cell.getBoundingClientRect().top)).size);
  expect(cells).toBeGreaterThan(2);
  expect(await cut(options)).toEqual([]);
  expect(await scrollsSideways(options)).toBe(false);
  const editor = await editRow(options, 5);
  expect(await cut(options)).toEqual([]);
  const [form, next] = await Promise.all([editor.boundingBox(), rowOf(options, 6).boundingBox()]);
  expect(next?.y).toBeGreaterThanOrEqual((form?.y ?? 0) + (form?.height ?? 0));
  expect(await scrollsSideways(options)).toBe(false);
});

test('bulk: the rows are one Tab stop, however many there are', async ({ pushpin }) => {
  const options = await openReview(pushpin, 1100, 240);
  await options.getByRole('checkbox', { name: 'Only rows with problems' }).focus();
  const { keyboard } = options;
  await keyboard.press('Tab');
  expect(await focusOf(options)).toBe(`2${idOf(1)}`);
  await keyboard.press('Tab');
  expect(await focusOf(options)).toBe('Send 241 requests');
  await keyboard.press('Shift+Tab');
  for (const key of ['ArrowDown', 'End']) await keyboard.press(key);
  expect(await focusOf(options)).toBe('Edit row 3');
  await keyboard.press('Control+End');
  await expect.poll(() => focusOf(options)).toBe('Edit row 245');
  await keyboard.press('Home');
  await keyboard.press('Space');
  await options.getByText('240 ready, 3 with problems. Not selected: 1.').waitFor();
  expect(await options.getByRole('row').count()).toBeLessThan(60);
});

test('bulk: a box that cannot be ticked tells why', async ({ pushpin }) => {
  const options = await openReview(pushpin, 1100);
  const box = rowOf(options, 4).getByRole('checkbox');
  expect(await box.getAttribute('aria-disabled')).toBe('true');
  const reason = await box.evaluate(
    (it) => document.getElementById(it.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  expect(reason).toBe('No chat.');
  await box.click({ force: true });
  expect(await box.isChecked()).toBe(false);
});

test.for([320, 1100])(
  'accessible: columns, questions and an open row have no violation at %i px',
  async (width, { pushpin }) => {
    const options = await openAddMany(pushpin);
    await options.setViewportSize({ width, height: 900 });
    await options.getByText('Columns that Pushpin understands').click();
    expect(await violations(options)).toEqual([]);
    // With one row: axe believes that rows which are scrolled out of view cover the buttons below.
    await chooseFile(options, 'one.csv', ['message,chat,handling', `${idOf(1)},11 98765-4321,x`]);
    await options.getByText('Is this +55 11 98765-4321?').or(options.getByText('Which number is this?')).waitFor();
    await options.getByRole('textbox', { name: 'Chat' }).fill('11 98765-4399');
    expect(await violations(options)).toEqual([]);
    expect(await smallTargets(options)).toEqual([]);
    await options.getByRole('textbox', { name: 'Chat' }).fill('');
    await editRow(options, 2);
    expect(await violations(options)).toEqual([]);
    expect(await smallTargets(options)).toEqual([]);
  },
);
