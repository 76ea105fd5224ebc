import type { Page } from 'playwright-core';
import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addRefusedZApi, addZApi } from './support/accounts.ts';
import { chooseFile, editRow, idOf, newestRun, openAddMany, rowOf } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { pinCalls, zApiCall } from './support/requests.ts';

// The table names another account than the first one, which is used for rows that name none.
test.beforeAll(async ({ pushpin }) => {
  await addRefusedZApi(pushpin, { name: 'Loja', ...demoCredentials.zApiDisconnected });
  await addZApi(pushpin, { name: 'Atendimento' });
});

const roleOf = (page: Page, column: string) =>
  page.getByRole('region', { name: 'How the table was read' }).getByLabel(column, { exact: true });

/** Returns the use of every column. */
const rolesOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: 'How the table was read' })
    .getByRole('combobox')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLSelectElement).selectedOptions[0]?.textContent ?? ''));

const unpinned = (number: number) =>
  zApiCall({
    phone: '5511987654321',
    messageId: idOf(number),
    messageAction: 'unpin',
    pinMessageDuration: '30_days',
  });

test('bulk: a table in Portuguese that unpins through another account does just that', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'fixadas.csv', [
    'conta;mensagem;duração;ação',
    `Atendimento;true_5511987654321@c.us_${idOf(1)};30 dias;desafixar`,
  ]);
  await options.getByText('1 ready, 0 with problems.').waitFor();
  expect(await rolesOf(options)).toEqual(['Account', 'Message', 'Duration', 'Action']);
  await options.getByRole('button', { name: 'Unpin', exact: true }).click();
  await newestRun(options).getByText('1 done, 0 waiting').waitFor();
  const [call, ...others] = pinCalls(simulator.received);
  expect(others).toEqual([]);
  expect(call?.path).toContain(demoCredentials.zApi.instanceId);
  expect(call?.body).toMatchObject({ messageId: idOf(1), messageAction: 'unpin' });
});

test('bulk: columns called Operation and Expires in are never taken for a pin of seven days', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'tickets.csv', [
    'Message ID,Phone,Operation,Expires in',
    `${idOf(2)},5511987654321,unpin,30 days`,
  ]);
  await options.getByText('1 ready, 0 with problems.').waitFor();
  expect(await rolesOf(options)).toEqual(['Message', 'Chat', 'Action', 'Duration']);
  await options.getByLabel('Account', { exact: true }).selectOption('Atendimento (Z-API)');
  await options.getByRole('button', { name: 'Unpin', exact: true }).click();
  await newestRun(options).getByText('1 done, 0 waiting').waitFor();
  expect(pinCalls(simulator.received).map(({ path, body }) => ({ path, body }))).toEqual([
    { path: unpinned(2).path, body: expect.objectContaining({ messageId: idOf(2), messageAction: 'unpin' }) },
  ]);
});

test('bulk: a column that nobody knows is a warning, until its use is chosen', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'tickets.csv', ['Message ID,Phone,Handling', `${idOf(3)},5511987654321,solo hoy`]);
  const warning = options.getByText('Not used: “Handling”. If you need one of these columns, choose what it contains.');
  await warning.waitFor();
  await roleOf(options, 'Handling').selectOption('Action');
  await options.getByText('0 ready, 1 with problems.').waitFor();
  await rowOf(options, 2).getByText('Unknown action “solo hoy”. Use pin or unpin.').waitFor();
  await warning.waitFor({ state: 'detached' });
});

test('bulk: a row that says something else in a second column of actions is a problem, until one column is not used', async ({
  pushpin,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'both.csv', [
    'message,phone,pin,unpin',
    `${idOf(7)},5511987654321,true,`,
    `${idOf(8)},5511987654321,,x`,
  ]);
  await options.getByText('1 ready, 1 with problems.').waitFor();
  await rowOf(options, 3).getByText('Two columns for the action don’t agree: “unpin: x”.').waitFor();
  expect((await rolesOf(options))[3]).toBe('Choose…');
  await roleOf(options, 'unpin').selectOption('Not used');
  await options.getByText('2 ready, 0 with problems.').waitFor();
  expect((await rolesOf(options))[3]).toBe('Not used');
});

test('bulk: another use of a column reads the table anew, and keeps what was said of its rows', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  // With this column two lines name the same message, with the other column they do not: then the last row moves.
  await chooseFile(options, 'two.csv', [
    'message,phone,other phone,action',
    `${idOf(4)},5511987654321,5511987650001,pin`,
    `${idOf(4)},5511987654321,5511987650002,pin`,
    `${idOf(5)},5511987654322,5511987650003,pin`,
    `${idOf(6)},5511987654323,5511987650004,pin`,
  ]);
  await options.getByText('3 ready, 0 with problems.').waitFor();
  await rowOf(options, 4).getByRole('checkbox').uncheck();
  const editor = await editRow(options, 5);
  await editor.getByLabel('Action').selectOption('Unpin');
  await options.getByRole('button', { name: 'Keep' }).click();
  await rowOf(options, 5).getByText('Unpin').waitFor();

  await roleOf(options, 'phone').selectOption('Not used');
  await roleOf(options, 'other phone').focus();
  await roleOf(options, 'other phone').selectOption('Chat');
  await rowOf(options, 3).getByText('+5511987650002').waitFor();
  expect(await focusOf(options)).toBe('other phone');
  await options.getByText('3 ready, 0 with problems. Not selected: 1.').waitFor();
  expect(await rowOf(options, 4).getByRole('checkbox').isChecked()).toBe(false);
  await rowOf(options, 5).getByText('Unpin').waitFor();
  await options.getByRole('button', { name: 'Send 3 requests' }).waitFor();
});
