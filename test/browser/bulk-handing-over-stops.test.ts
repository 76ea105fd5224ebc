import { addZApi } from './support/accounts.ts';
import { chooseFile, idOf, newestRun, openAddMany } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { pinCalls } from './support/requests.ts';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('bulk: where handing over stopped, what was pressed for is sent as it was, and nothing of it can be changed', async ({
  pushpin,
  simulator,
}) => {
  const options = await openAddMany(pushpin);
  await chooseFile(options, 'two.csv', ['message;chat', `${idOf(1)};5511987654321`, `${idOf(2)};5511987654321`]);
  await options.getByText('2 ready, 0 with problems.').waitFor();
  const worker = await pushpin.worker();
  await worker.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await options.getByRole('button', { name: 'Pin 2 messages' }).click();
  const goOn = options.getByRole('button', { name: 'Continue' });
  await goOn.waitFor();
  expect(await options.getByRole('radio', { name: 'Unpin' }).isDisabled()).toBe(true);
  expect(await options.getByRole('textbox', { name: 'Chat' }).isDisabled()).toBe(true);
  expect(await options.getByRole('checkbox', { name: /^2/ }).isDisabled()).toBe(true);

  await pushpin.stopWorker();
  await goOn.click();
  await newestRun(options).getByText('2 done, 0 waiting').waitFor();
  const actions = pinCalls(simulator.received).map(({ body }) => (body as { messageAction: string }).messageAction);
  expect(actions).toEqual(['pin', 'pin']);
});
