import { addPeriskope, addZApi } from './support/accounts.ts';
import { chooseFile, idOf, keys, newestRun, openAddMany, paste, pressReview, untilReviewed } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { pinCalls } from './support/requests.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

const header = 'messageId,chat,account,action,duration';

test('bulk: 10 000 pasted references are reviewed while the page stays responsive', async ({ pushpin, annotate }) => {
  const options = await openAddMany(pushpin);
  await options.evaluate(() => {
    const seen = Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      seen.longest = Math.max(seen.longest, ...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const began = await options.evaluate(() => performance.now());
  await paste(options, keys(10_000));
  await options.getByText('10,000 ready, 0 with problems.').waitFor();
  const { took, longest } = await options.evaluate((start) => {
    const { longest: most } = window as unknown as { longest: number };
    return { took: performance.now() - start, longest: most };
  }, began);
  // The figures are for people to read. A limit would fail on a busy machine.
  await annotate(`review shown after ${took.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms`);
  const table = options.getByRole('grid');
  expect(await table.getAttribute('aria-rowcount')).toBe('10001');
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await options.getByRole('button', { name: 'Pin 10,000 messages' }).waitFor();
});

test('bulk: the last of many rows is reached by keyboard', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await paste(options, keys(5_000));
  await untilReviewed(options);
  await options.getByRole('checkbox', { name: `1 ${idOf(1)}` }).focus();
  await options.keyboard.press('Control+End');
  await options.getByRole('gridcell').getByText(idOf(5_000), { exact: true }).last().waitFor();
  await expect.poll(() => focusOf(options)).toBe('Edit row 5,000');
  expect(await options.getByRole('row').count()).toBeLessThan(60);
});

test('bulk: a CSV file says at each row what is wrong, and only what is right is sent', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'august.csv', [
    header,
    `${idOf(1)},5511987654321,Support Brazil,pin,24 hours`,
    `${idOf(2)},5511987654321,Nobody,pin,7 days`,
    `${idOf(3)},120363019502650977@g.us,support brazil,unpin,`,
    `${idOf(4)},5511987654321,Support Brazil,delete,7`,
    `${idOf(5)},5511987654321,Support Brazil,pin,2 weeks`,
    'hello there,5511987654321,Support Brazil,pin,7',
    `${idOf(7)},,Support Brazil,pin,7`,
    `true_918527184400@c.us_${idOf(8)},,Community India,,30`,
    `${idOf(1)},5511987654321,Support Brazil,pin,24 hours`,
  ]);
  await options.getByText('3 ready, 5 with problems.').waitFor();
  await options.getByText('Duplicates, counted once: 1.').waitFor();
  await options.getByLabel('Only rows with problems').check();
  expect(await options.getByRole('row').allInnerTexts()).toEqual([
    expect.stringContaining('Problem'),
    expect.stringMatching(/^3\s[\s\S]*“Nobody”[\s\S]*No account named “Nobody”\./),
    expect.stringMatching(/^5\s[\s\S]*“delete”[\s\S]*Unknown action “delete”\./),
    expect.stringMatching(/^6\s[\s\S]*“2 weeks”[\s\S]*Unknown duration “2 weeks”\./),
    expect.stringMatching(/^7\s[\s\S]*hello there[\s\S]*No message ID\./),
    expect.stringMatching(/^8\s[\s\S]*No chat\./),
  ]);

  // A row without a message cannot be edited.
  expect(await options.getByRole('row').filter({ hasText: 'hello there' }).getByRole('button').count()).toBe(0);

  await options.getByRole('button', { name: 'Send 3 requests' }).click();
  await options.getByRole('status').getByText('Requests queued: 3.').waitFor();
  await newestRun(options).getByText('3 done, 0 waiting').waitFor();
  const sent = pinCalls(simulator.received).map(({ path, body }) => `${path} ${JSON.stringify(body)}`);
  expect(sent.sort()).toEqual([
    expect.stringMatching(
      new RegExp(`^/instances/.*"phone":"120363019502650977-group","messageId":"${idOf(3)}","messageAction":"unpin"`),
    ),
    expect.stringMatching(
      new RegExp(`^/instances/.*"messageId":"${idOf(1)}","messageAction":"pin","pinMessageDuration":"24_hours"`),
    ),
    expect.stringMatching(new RegExp(`^/v1/message/true_918527184400%40c\\.us_${idOf(8)}/pin .*"time":30`)),
  ]);
  await options.getByRole('heading', { name: 'Not sent: august.csv' }).waitFor();
  await options.getByText('Not sent because of problems: 5.').waitFor();
});

test('bulk: rows without an account go through the chosen one, and what is unticked stays out', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await options.getByLabel('Messages').fill(keys(3, 20));
  await pressReview(options);
  await options.getByLabel('Account', { exact: true }).selectOption('Community India (Periskope)');
  await options.getByRole('radio', { name: 'Unpin' }).check();
  await options.getByRole('checkbox', { name: `2 ${idOf(21)}` }).uncheck();
  await options.getByText('2 ready, 0 with problems. Not selected: 1.').waitFor();
  await expect.poll(() => options.getByRole('gridcell', { name: 'Community India' }).count()).toBe(3);
  await options.getByRole('button', { name: 'Unpin 2 messages' }).click();
  await newestRun(options).getByText('2 done, 0 waiting').waitFor();
  const ids = pinCalls(simulator.received).map(({ path, body }) => [path.match(/3EB0\w+/)?.[0], body]);
  expect(ids.sort()).toEqual([
    [idOf(20), { pin: false }],
    [idOf(22), { pin: false }],
  ]);
});

test('bulk: a credential among the messages is sent nowhere, and the rest is', async ({ pushpin, simulator }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'odd.csv', [
    header,
    `${simulator.credentials.zApi.instanceToken},5511987654321,Support Brazil,pin,7`,
    `${idOf(30)},5511987654321,Support Brazil,pin,7`,
  ]);
  const box = options.getByRole('checkbox', { name: /^2 9A4C/ });
  if (!(await box.isChecked())) await box.check();
  await options.getByRole('button', { name: 'Pin 2 messages' }).click();
  await options.getByRole('status').getByText('Requests queued: 1.').waitFor();
  await options.getByRole('gridcell', { name: 'These are an account’s credentials, not a message.' }).waitFor();
  await newestRun(options).getByText('1 done, 0 waiting').waitFor();
  expect(pinCalls(simulator.received).map(({ body }) => (body as { messageId: string }).messageId)).toEqual([idOf(30)]);
});

test('bulk: a log file that is dropped is read, with the chat beside each id', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await options.getByLabel('Messages').evaluate((box) => {
    const line = (n: number) => `INFO webhook {"messageId":"3EB0796DC6B777C0C7C${n}","phone":"551198765432${n}"}`;
    const data = new DataTransfer();
    data.items.add(new File([[1, 2, 3].map(line).join('\n')], 'webhook.log'));
    box.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await options.getByRole('heading', { name: 'Review: webhook.log' }).waitFor();
  await options.getByText('3 ready, 0 with problems.').waitFor();
  expect((await options.getByRole('row').allInnerTexts())[2]).toContain('+5511987654322');
});

test('bulk: what is no text says so', async ({ pushpin }) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'sheet.xlsx', ['PK\u0003\u0004\0\0']);
  await options.getByText('This is not a text file. Save the sheet as CSV and choose that file.').waitFor();
  await options.getByText('No messages found.').waitFor();
  await options.getByRole('button', { name: 'Start over' }).click();
  await options.getByLabel('Messages').waitFor();
});
