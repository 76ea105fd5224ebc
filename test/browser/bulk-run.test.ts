import { readFile } from 'node:fs/promises';
import type { Simulator } from '../simulator/index.ts';
import { addZApi } from './support/accounts.ts';
import { idOf, keys, newestRun, openAddMany, openPins, paste, pinAsRun } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import type { Pushpin } from './support/pushpin.ts';
import { pinCalls } from './support/requests.ts';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

/** Pins by a gesture and expects that nothing else is sent: the queue would send whatever is left of a run together with it. */
async function expectOnlyGestures(pushpin: Pushpin, simulator: Simulator, all: number): Promise<void> {
  const calls = () => pinCalls(simulator.received);
  await expect.poll(() => calls().filter(({ status }) => status === null).length).toBe(0);
  const before = calls().length;
  expect(before).toBeLessThan(all);
  const id = '3EB0796DC6B777C0C7CD';
  await pushpin.clickMenu('pin', { selectionText: `true_5511900000000@c.us_${id}` });
  await simulator.waitFor(({ body, status }) => status === 200 && (body as { messageId?: string })?.messageId === id);
  expect(calls()).toHaveLength(before + 1);
}

test('bulk: Pause stops a run, Resume goes on with it', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'delay', ms: 150, on: { route: 'pin' } });
  const options = await openAddMany(pushpin);
  await pinAsRun(options, 60, 1_000);
  await expect.poll(() => pinCalls(simulator.received).length).toBeGreaterThan(3);
  const run = newestRun(options);
  await run.getByRole('button', { name: 'Pause' }).click();
  await run.getByText('Paused').waitFor();
  await expectOnlyGestures(pushpin, simulator, 60);

  simulator.behave();
  await run.getByRole('button', { name: 'Resume' }).click();
  await run.getByText('Finished').waitFor({ timeout: 20_000 });
  expect(new Set(pinCalls(simulator.received).map(({ body }) => JSON.stringify(body))).size).toBe(61);
});

test('bulk: Cancel the rest sends nothing more, and says how many', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'delay', ms: 150, on: { route: 'pin' } });
  const options = await openAddMany(pushpin);
  await pinAsRun(options, 60, 2_000);
  await expect.poll(() => pinCalls(simulator.received).length).toBeGreaterThan(3);
  const run = newestRun(options);
  await run.getByRole('button', { name: 'Cancel the rest' }).click();
  await run.getByText(/ done, 0 waiting, 0 failed, \d+ cancelled or replaced/).waitFor();
  await expectOnlyGestures(pushpin, simulator, 60);
  expect(await run.getByRole('button').allInnerTexts()).toEqual(['Export results']);
});

test('bulk: closing the page in the middle of a run loses nothing', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'delay', ms: 50, on: { route: 'pin' } });
  const options = await openAddMany(pushpin);
  await pinAsRun(options, 100, 3_000);
  await options.close();
  expect(pinCalls(simulator.received).length).toBeLessThan(100);
  const sent = () => new Set(pinCalls(simulator.received).map(({ body }) => (body as { messageId: string }).messageId));
  await expect.poll(() => sent().size, { timeout: 20_000 }).toBe(100);
  await newestRun(await openPins(pushpin))
    .getByText('100 done, 0 waiting, 0 failed')
    .waitFor();
});

test('bulk: closing the page while it hands over sends nothing, and loses nothing', async ({ pushpin, simulator }) => {
  const options = await openAddMany(pushpin);
  await paste(options, keys(3_000, 10_000));
  await options.getByRole('button', { name: 'Pin 3,000 messages' }).click();
  // Closes the page in the middle: some rows are in the queue, and not all.
  await options.getByText(/^Adding to the queue: (?!0 |3,000 )[\d,]+ of 3,000\./).waitFor();
  await options.close();
  const run = newestRun(await openPins(pushpin));
  await run.getByText('Not started').waitFor();
  await run.getByText('Requests added: 3,000.').waitFor();
  await run.getByRole('button', { name: 'Discard' }).click();
  await run.getByText('Cancelled', { exact: true }).waitFor();
  expect(pinCalls(simulator.received)).toEqual([]);
});

test('bulk: what was handed over before the page was closed waits for Start', async ({ pushpin, simulator }) => {
  const options = await openPins(pushpin);
  await options.evaluate(async () => {
    const ask = (intent: string, input: unknown) => chrome.runtime.sendMessage({ intent, input });
    const [account] = ((await ask('accounts', {})) as { answer: { id: string; name: string; providerId: string }[] })
      .answer;
    const { answer: id } = (await ask('start run', { name: 'half.csv' })) as { answer: string };
    const { id: accountId, name: accountName, providerId } = account as NonNullable<typeof account>;
    const address = { messageId: '3EB0C431C26A1916E07E9A', chat: '5511987654321' };
    await ask('add to run', { id, wishes: [{ accountId, accountName, providerId, action: 'pin', days: 7, address }] });
  });
  await options.reload();
  const run = newestRun(options);
  await run.getByText('Not started').waitFor();
  await run.getByText('Requests added: 1.').waitFor();
  await run.getByRole('button', { name: 'Discard' }).waitFor();
  expect(pinCalls(simulator.received)).toEqual([]);
  await run.getByRole('button', { name: 'Start' }).click();
  await run.getByText('Finished').waitFor();
  expect(pinCalls(simulator.received)).toHaveLength(1);
});

test('bulk: the results of a run are saved as CSV, a line a request, and failures are told', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'status', status: 422, times: 1, on: { route: 'pin' } });
  const options = await openAddMany(pushpin);
  await pinAsRun(options, 12, 4_000);
  const run = newestRun(options);
  await run.getByText('11 done, 0 waiting, 1 failed').waitFor();
  await run.getByText('First failures').waitFor();
  const [file] = await Promise.all([
    options.waitForEvent('download'),
    run.getByRole('button', { name: 'Export results' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Pasted text.csv');
  const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(head).toBe('message,chat,account,action,days,state,result,receipt,asked at,ended at');
  expect(lines.map((line) => line.split(',')[0])).toEqual(Array.from({ length: 12 }, (_, n) => idOf(4_000 + n)));
  expect(lines.filter((line) => line.includes(',accepted,'))).toHaveLength(11);
  expect(lines.filter((line) => line.includes(',rejected,'))).toHaveLength(1);
});
