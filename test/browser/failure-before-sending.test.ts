import { addZApi } from './support/accounts.ts';
import { ringAlarm } from './support/alarm.ts';
import { expect, test } from './support/fixture.ts';
import { goOffline, goOnline } from './support/network.ts';
import { press } from './support/popup-gestures.ts';
import { failureSentence, sentence } from './support/sentence.ts';

const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('failure: offline, nothing is sent, and the popup says that it waits; back online it goes by itself', async ({
  pushpin,
  simulator,
}) => {
  const before = simulator.received.length;
  const popup = await pushpin.openPopup();
  await goOffline(pushpin);
  await popup.getByLabel('Message').fill(message);
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText(sentence('wait_offline')).waitFor();
  expect(await popup.getByLabel('Message').inputValue()).toBe(message);
  expect(simulator.received).toHaveLength(before);

  await goOnline(pushpin);
  await ringAlarm(pushpin, 60_000);
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(simulator.pins()).toHaveLength(1);
});

test('failure: with its site access withdrawn, Pushpin sends nothing and says why; given back, it goes by itself', async ({
  pushpin,
  simulator,
}) => {
  const before = simulator.received.length;
  const popup = await pushpin.openPopup();
  await pushpin.withdrawHostAccess();
  await popup.getByLabel('Message').fill(message);
  await press(popup, 'Pin');
  const alert = popup.getByRole('alert');
  await alert.getByText(failureSentence('outcome_unavailable_permission', 'Support Brazil', 'Z-API')).waitFor();
  await alert.getByRole('button', { name: 'Open account' }).waitFor();
  expect(simulator.received).toHaveLength(before);

  await pushpin.grantHostAccess();
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(simulator.pins()).toHaveLength(1);
});
