import { addZApi } from './support/accounts.ts';
import { newestRun, openAddMany, pinAsRun } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';
import { pinCalls } from './support/requests.ts';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('bulk: ten refusals in a row pause the run, which says why; the failed are tried again in a run of their own', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'body', body: { error: 'Your plan does not allow this' }, on: { route: 'pin' } });
  const options = await openAddMany(pushpin);
  await pinAsRun(options, 40, 7_000);
  const run = newestRun(options);
  await run.getByText('Paused', { exact: true }).waitFor();
  await run.getByText('the last 10 requests were refused with the same answer').waitFor();
  await run.getByText('Z-API says: Your plan does not allow this').waitFor();
  const refused = pinCalls(simulator.received).length;
  expect(refused).toBeLessThanOrEqual(19);

  simulator.behave();
  await run.getByRole('button', { name: 'Resume' }).click();
  await run.getByText('Finished').waitFor();
  await run.getByText(`${40 - refused} done, 0 waiting, ${refused} failed`).waitFor();

  await run.getByRole('button', { name: 'Retry failed requests' }).click();
  await run.getByText('Retries the failed requests of another run.').waitFor();
  await run.getByText(`${refused} done, 0 waiting, 0 failed`).waitFor();
  await run.getByText('Finished').waitFor();
  expect(await options.getByRole('button', { name: 'Retry failed requests' }).count()).toBe(0);
  const sent = pinCalls(simulator.received).map(({ body }) => (body as { messageId: string }).messageId);
  expect([new Set(sent).size, sent.length]).toEqual([40, 40 + refused]);
  expect(simulator.pins()).toHaveLength(40);
});
