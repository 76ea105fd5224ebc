import { addZApi } from './support/accounts.ts';
import { chooseFile, editRow, idOf, newestRun, openAddMany, pressReview } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { pinCalls } from './support/requests.ts';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

const key = (number: number) => `true_5511987654321@c.us_${idOf(number)}`;

test('bulk: a list under the heading “Desafixar:” is a question, never pins', async ({ pushpin, simulator }) => {
  const options = await openAddMany(pushpin);
  await options.getByLabel('Messages').fill(`Desafixar:\n${key(1)}\n${key(2)}`);
  await pressReview(options);
  await options.getByText('0 ready, 2 with problems.').waitFor();
  expect(
    await options.getByText('“Desafixar” is in the text, but it’s unclear which message it applies to.').count(),
  ).toBe(2);
  expect(pinCalls(simulator.received)).toEqual([]);
});

test('bulk: a number as Brazilians write it is asked for its country, then sent there', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'agosto.csv', [
    'Telefone;Mensagem;Ação;Duração',
    `(11) 98765-4301;${idOf(3)};Fixar;7 dias`,
    `011 98765 4302;${idOf(4)};Desafixar;`,
  ]);
  await options.getByRole('button', { name: 'Use +55 for all 2' }).click();
  await options.getByRole('button', { name: 'Send 2 requests' }).click();
  await newestRun(options).getByText('2 done, 0 waiting').waitFor();
  const sent = pinCalls(simulator.received).map(({ body }) => body as { phone: string; messageAction: string });
  expect(sent.map(({ phone, messageAction }) => `${messageAction} ${phone}`).sort()).toEqual([
    'pin 5511987654301',
    'unpin 5511987654302',
  ]);
});

test('bulk: how many rows take what is chosen for all is told, also where cells were merged', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'merged.csv', [
    'Conta;Mensagem;Telefone;Ação',
    `Support Brazil;${idOf(5)};5511987654321;desafixar`,
    `;${idOf(6)};5511987654321;`,
    `;${idOf(7)};;`,
  ]);
  await options.getByText('2 ready, 1 with problems.').waitFor();
  await options
    .getByText('Rows without an account: 2, without a chat: 1, without an action: 2, without a duration: 2.')
    .waitFor();
  await options.getByRole('radio', { name: 'Unpin' }).check();
  await options
    .getByText('Rows without an account: 2, without a chat: 1, without an action: 2, without a duration: 0.')
    .waitFor();
});

test('bulk: the odd duration of a row can be mended also where all rows are unpinned', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'odd.csv', ['message;chat;duration', `${idOf(8)};5511987654321;forever`]);
  await options.getByText('0 ready, 1 with problems.').waitFor();
  await options.getByRole('radio', { name: 'Unpin' }).check();
  const editor = await editRow(options, 2);
  await editor.getByLabel('Duration').selectOption('7 days');
  await options.keyboard.press('Enter');
  await options.getByText('1 ready, 0 with problems.').waitFor();
});

test('bulk: columns that the warning names can be changed at once, however many others are folded', async ({
  pushpin,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'crm.csv', [
    'message,chat,Handling,Date,Name,Status,Notes,City,Price,Email',
    `${idOf(9)},5511987654321,x,2026-08-02,Ana,open,-,Recife,12,ana@example.org`,
  ]);
  await options.getByText('Not used: “Handling”.').waitFor();
  expect(await options.getByLabel('Handling', { exact: true }).isVisible()).toBe(true);
  expect(await options.getByLabel('City', { exact: true }).isVisible()).toBe(false);
});
