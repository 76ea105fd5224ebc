import type { Page } from 'playwright-core';
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

export async function openAddMany(pushpin: Pushpin): Promise<Page> {
  const options = await openPins(pushpin);
  await options.getByRole('button', { name: 'Add many' }).click();
  return options;
}

/** Puts a text into the focused text box at once, as pasting does. */
export const paste = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

export const chooseFile = (page: Page, name: string, lines: readonly string[]): Promise<void> =>
  page.getByLabel('Or a file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) });

/** Adds messages and starts their run. */
export async function startRun(page: Page, count: number, first = 1): Promise<void> {
  await page.getByLabel('Messages').fill(keys(count, first));
  await page.getByRole('button', { name: 'Review' }).click();
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
