import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';

test('worker: the alarm that an earlier version set, under its old name, still wakes the queue', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const options = await pushpin.openOptions();
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  simulator.misbehave({ kind: 'status', status: 503, headers: { 'Retry-After': '1' } });
  await press(popup, 'Pin');
  await popup.getByRole('listitem').first().getByText('Waiting').waitFor();
  await popup.close();
  await pushpin.stopWorker();

  const alarms = await options.evaluate(async () => {
    const waiting = await chrome.alarms.getAll();
    await chrome.alarms.clearAll();
    await chrome.alarms.create('outbox', { when: Date.now() + 1_000 });
    return waiting.map(({ name }) => name);
  });
  expect(alarms).toEqual(['queue']);
  expect(pinCalls(simulator.received)).toHaveLength(1);
  await expect.poll(() => pinCalls(simulator.received)).toHaveLength(2);
});
