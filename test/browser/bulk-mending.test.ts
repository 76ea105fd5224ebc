import { addPeriskope, addZApi } from './support/accounts.ts';
import { chooseFile, editRow, idOf, newestRun, openAddMany, paste, pressReview, rowOf } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { periskopeCall, pinCalls } from './support/requests.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

const header = 'message,chat,account,action,duration';

test('bulk: a row is mended by keyboard alone, and is sent through Z-API as it was mended', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'one.csv', [header, `${idOf(1)},the boss,Nobody,apagar,2 weeks`]);
  await options.getByText('0 ready, 1 with problems.').waitFor();
  await options.getByRole('checkbox', { name: /^2/ }).focus();
  const { keyboard } = options;
  await keyboard.press('End');
  expect(await focusOf(options)).toBe('Edit row 2');
  await keyboard.press('Enter');
  const editor = options.getByRole('form', { name: 'Edit row 2' });
  await editor.waitFor();
  await editor.getByLabel('Account').selectOption('Support Brazil (Z-API)');
  await editor.getByLabel('Action').selectOption('Pin');
  await editor.getByLabel('Duration').selectOption('30 days');
  await editor.getByLabel('Chat').fill('+55 11 98765-4321');
  await keyboard.press('Enter');
  await options.getByText('1 ready, 0 with problems.').waitFor();
  expect(await focusOf(options)).toBe('Edit row 2');
  await rowOf(options, 2).getByText('Edited').waitFor();

  await options.getByRole('button', { name: 'Pin', exact: true }).click();
  await newestRun(options).getByText('1 done, 0 waiting').waitFor();
  expect(pinCalls(simulator.received).map(({ body }) => body)).toEqual([
    { phone: '5511987654321', messageId: idOf(1), messageAction: 'pin', pinMessageDuration: '30_days' },
  ]);
});

test('bulk: a ready row is changed to another account and action, and is sent through Periskope so', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  const key = `true_918527184400@c.us_${idOf(2)}`;
  await chooseFile(options, 'one.csv', [header, `${key},,Support Brazil,pin,7 days`]);
  await options.getByText('1 ready, 0 with problems.').waitFor();
  await rowOf(options, 2).getByRole('gridcell', { name: 'Pin', exact: true }).click();
  await options.keyboard.press('F2');
  const editor = options.getByRole('form', { name: 'Edit row 2' });
  expect(await focusOf(options)).toBe('Action');
  await editor.getByLabel('Action').selectOption('Unpin');
  await expect.poll(() => editor.getByLabel('Duration').count()).toBe(0);
  await editor.getByLabel('Account').selectOption('Community India (Periskope)');
  await editor.getByRole('button', { name: 'Keep' }).click();
  await rowOf(options, 2).getByText('Community India').waitFor();
  await options.getByRole('button', { name: 'Unpin', exact: true }).click();
  await newestRun(options).getByText('1 done, 0 waiting').waitFor();
  expect(pinCalls(simulator.received).map(({ path, body }) => ({ path, body }))).toEqual([
    { path: periskopeCall(key, { pin: false }).path, body: { pin: false } },
  ]);
});

test('bulk: Escape leaves a row as it was, and gives the focus back', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'one.csv', [header, `${idOf(3)},5511987654321,Support Brazil,pin,7 days`]);
  const editor = await editRow(options, 2);
  await editor.getByLabel('Chat').fill('+1 202 555 0123');
  await options.keyboard.press('Escape');
  await rowOf(options, 2).getByText('+5511987654321').waitFor();
  expect(await focusOf(options)).toBe('Edit row 2');
});

test('bulk: the focus stays in the list where a row leaves it because it was mended', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'two.csv', [
    header,
    `${idOf(10)},5511987654321,Support Brazil,apagar,7 days`,
    `${idOf(11)},5511987654321,Support Brazil,borrar,7 days`,
  ]);
  await options.getByLabel('Only rows with problems').check();
  for (const [line, focused] of [
    [2, 'Edit row 3'],
    [3, 'No rows with problems.'],
  ] as const) {
    const editor = await editRow(options, line);
    await editor.getByLabel('Action').selectOption('Pin');
    await editor.getByLabel('Action').press('Enter');
    await expect.poll(() => focusOf(options)).toBe(focused);
  }
});

test('bulk: nothing else happens while a row is open, and the row says so', async ({ pushpin, simulator }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'one.csv', [
    header,
    `${idOf(4)},5511987654321,Support Brazil,pin,7 days`,
    `${idOf(5)},5511987654322,Support Brazil,pin,7 days`,
  ]);
  const editor = await editRow(options, 2);
  await editor.getByLabel('Action').selectOption('Unpin');
  await options.getByRole('button', { name: 'Pin 2 messages' }).click();
  await options.getByRole('alert').getByText('Keep or cancel your changes to this row first.').waitFor();
  await expect.poll(() => focusOf(options)).toBe('Keep');
  const column = options.getByLabel('duration', { exact: true });
  await column.selectOption('Not used');
  expect(await column.inputValue()).toBe('duration');
  await options.getByRole('button', { name: 'Edit row 3' }).click();
  await expect.poll(() => focusOf(options)).toBe('Keep');
  expect(await options.getByRole('form').count()).toBe(1);
  await options.keyboard.press('Enter');
  await options.getByRole('button', { name: 'Send 2 requests' }).click();
  await newestRun(options).getByText('2 done, 0 waiting').waitFor();
  const sent = pinCalls(simulator.received).map(({ body }) => body as { messageId: string; messageAction: string });
  expect(sent.map(({ messageId, messageAction }) => [messageId, messageAction]).sort()).toEqual([
    [idOf(4), 'unpin'],
    [idOf(5), 'pin'],
  ]);
});

test('bulk: one chat is set for all rows that have none, and is said at each of them', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await paste(options, [idOf(6), idOf(7), `true_5511987654321@c.us_${idOf(8)}`].join('\n'));
  await pressReview(options);
  await options.getByText('1 ready, 2 with problems.').waitFor();
  const chat = options.getByRole('textbox', { name: 'Chat' });
  await chat.fill('(11) 98765-4399');
  await options.getByText('Which number is this?').or(options.getByText('Is this +55 11 98765-4399?')).waitFor();
  expect(await options.getByText('1 ready, 2 with problems.').count()).toBe(1);
  await options.getByRole('button', { name: /\+55 11 98765-4399/ }).click();
  await options.getByText('3 ready, 0 with problems.').waitFor();
  const chats = options.getByRole('gridcell').filter({ hasText: /^(?:Chat)?\+55/ });
  expect(await chats.allInnerTexts()).toEqual([
    expect.stringMatching(/\+5511987654399\s+For all/),
    expect.stringMatching(/\+5511987654399\s+For all/),
    expect.stringMatching(/^\+5511987654321$/),
  ]);
  await options.getByRole('button', { name: 'Pin 3 messages' }).click();
  await newestRun(options).getByText('3 done, 0 waiting').waitFor();
  const sent = pinCalls(simulator.received).map(({ body }) => body as { messageId: string; phone: string });
  expect(sent.map(({ messageId, phone }) => [messageId, phone]).sort()).toEqual([
    [idOf(6), '5511987654399'],
    [idOf(7), '5511987654399'],
    [idOf(8), '5511987654321'],
  ]);
});
