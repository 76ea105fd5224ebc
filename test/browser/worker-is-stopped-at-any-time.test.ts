import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { failureSentence } from './support/sentence.ts';

const selectionText = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('worker: killed during a call, the next one says that it is unknown and tries again, once', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'hang', on: { route: 'pin' } });
  await pushpin.clickMenu('pin', { selectionText });
  await simulator.waitFor(({ route }) => route === 'pin');
  await pushpin.stopWorker();
  simulator.behave();

  const popup = await pushpin.openPopup();
  const item = popup.getByRole('listitem').first();
  await item.getByText(failureSentence('outcome_unknown_interrupted', 'Support Brazil', 'Z-API')).waitFor();
  await item.getByText('Pushpin will try again').waitFor();
  await item.getByText('Accepted').waitFor();
  expect(pinCalls(simulator.received).map(({ status }) => status)).toEqual([null, 200]);
});

test('worker: what waited behind the killed call is sent by the next worker, once', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'hang', times: 1, on: { route: 'pin' } });
  await pushpin.clickMenu('pin', { selectionText });
  await pushpin.clickMenu('unpin', { selectionText: 'false_5511987654321@c.us_3A5F1C9B7D2E4068AB13' });
  await expect.poll(async () => (await pushpin.badge()).text).toBe('2');
  const popup = await pushpin.openPopup();
  await popup.getByText('Waiting').waitFor();
  await popup.close();
  await pushpin.stopWorker();

  const again = await pushpin.openPopup();
  await expect.poll(() => again.getByText('Accepted', { exact: true }).count()).toBe(2);
  const sent = pinCalls(simulator.received).map(({ body }) => (body as { messageId: string }).messageId);
  expect(sent.sort()).toEqual(['3A5F1C9B7D2E4068AB13', '3EB0C431C26A1916E07E9A', '3EB0C431C26A1916E07E9A']);
});

test('worker: stopped before every gesture, it does each', async ({ pushpin, simulator }) => {
  await pushpin.stopWorker();
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(selectionText);
  await pushpin.stopWorker();
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();

  await pushpin.stopWorker();
  const latest = popup.getByRole('listitem').first();
  await latest.getByRole('button', { name: /^Undo: Pin/ }).click();
  await popup.getByText(/^Undone/).waitFor();

  await pushpin.stopWorker();
  await pushpin.clickMenu('pin:1d', { selectionText });
  await expect.poll(() => pinCalls(simulator.received).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(simulator.pins()).toHaveLength(1);
});
