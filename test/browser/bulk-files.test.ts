import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { chooseFile, idOf, openAddMany } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

/** Presses a button that saves a file, and returns the lines of the file. */
async function saved(page: Page, button: string): Promise<string[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
}

test('bulk: the sample table is saved, and reads back without a problem', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  const lines = await saved(options, 'Save a sample table');
  expect(lines[0]).toBe('message,chat,account,action,duration');
  await chooseFile(options, 'pushpin-sample.csv', lines);
  await options.getByText('4 ready, 0 with problems.').waitFor();
  await options.getByRole('button', { name: 'Send 4 requests' }).waitFor();
});

test('bulk: the columns that are understood are listed', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await options.getByText('Columns that Pushpin understands').click();
  expect(await options.getByRole('term').allInnerTexts()).toEqual([
    ...['Message', 'Chat', 'Account', 'Action', 'Duration', 'Sender'],
  ]);
});

test('bulk: exported problems read back as the same problems', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'august.csv', [
    'mensagem;telefone;conta;ação;duração',
    `${idOf(1)};11 98765-4321;Support Brazil;fixar;7 dias`,
    `${idOf(2)};+55 11 98765-4321;Ninguém;desafixar;`,
    `${idOf(3)};+55 11 98765-4321;Support Brazil;fixar;7 dias`,
  ]);
  await options.getByText('1 ready, 2 with problems.').waitFor();
  const problems = await options
    .getByRole('row')
    .filter({ hasText: /Is this|No account/ })
    .allInnerTexts();
  expect(problems).toHaveLength(2);
  const lines = await saved(options, 'Export problems');
  expect(lines[0]).toBe('message,chat,account,action,duration,row,problem');
  await options.getByRole('button', { name: 'Start over' }).click();
  await chooseFile(options, 'problems.csv', lines);
  await options.getByText('0 ready, 2 with problems.').waitFor();
  await options.getByText('Is this +55 11 98765-4321?').waitFor();
  await options.getByText('No account named “Ninguém”.').waitFor();
  expect(await options.getByText(/^Not used:/).count()).toBe(0);
});
