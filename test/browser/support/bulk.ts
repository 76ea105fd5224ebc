import type { Locator, Page } from 'playwright-core';
import { untilFocused } from './focus.ts';
import type { Pushpin } from './pushpin.ts';

/** An id of its own for each number. */
export const idOf = (number: number): string => `3EB0${number.toString(16).toUpperCase().padStart(16, '0')}`;
const phoneOf = (number: number): string => `55119${80_000_000 + number}`;

/** That many whole keys, each in a chat of its own. */
export const keys = (count: number, first = 1): string =>
  Array.from({ length: count }, (_, n) => `true_${phoneOf(first + n)}@c.us_${idOf(first + n)}`).join('\n');

/** The options at Pins. */
export async function openPins(pushpin: Pushpin): Promise<Page> {
  const options = await pushpin.openOptions();
  await options.getByRole('link', { name: 'Pins' }).click();
  return options;
}

/** Opens Add many, with the focus in its text box: what is typed earlier would be lost. */
export async function openAddMany(pushpin: Pushpin): Promise<Page> {
  const options = await openPins(pushpin);
  await options.getByRole('button', { name: 'Add many' }).click();
  await untilFocused(options.getByLabel('Messages'));
  return options;
}

/** Puts a text into the focused text box at once, as pasting does. */
export const paste = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

/** Waits until the review is there and its title has taken the focus: it would take it from whatever a test focuses. */
export const untilReviewed = (page: Page): Promise<void> =>
  untilFocused(page.getByRole('heading', { name: /^Review: / }));

/** Opens the editor of the row in this line of the table, and waits until it has taken the focus. */
export async function editRow(page: Page, line: number): Promise<Locator> {
  await rowOf(page, line)
    .getByRole('button', { name: `Edit row ${line}` })
    .click();
  const editor = page.getByRole('form', { name: `Edit row ${line}` });
  await editor.locator(':focus').waitFor();
  return editor;
}

/** Chooses a file of these lines, and waits for its review. */
export async function chooseFile(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\n'));
  await page.getByLabel('Or a file').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await untilReviewed(page);
}

/** Presses Review, and waits for the review of what is in Messages. */
export async function pressReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await untilReviewed(page);
}

/** Adds messages and starts their run. */
export async function pinAsRun(page: Page, count: number, first = 1): Promise<void> {
  await page.getByLabel('Messages').fill(keys(count, first));
  await pressReview(page);
  await page.getByRole('button', { name: `Pin ${count.toLocaleString('en')} messages` }).click();
  await page.getByRole('status').getByText('Requests queued').waitFor();
}

/** The card of the newest run. */
export const newestRun = (page: Page) => page.getByRole('region', { name: 'Runs' }).getByRole('listitem').first();

/** The row of the review that stands in this line of the table. */
export const rowOf = (page: Page, line: number) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Edit row ${line}`, exact: true }) });
