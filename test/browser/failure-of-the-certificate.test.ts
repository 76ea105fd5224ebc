import { addRefusedZApi } from './support/accounts.ts';
import { test as base, expect, startPushpin } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { failureSentence } from './support/sentence.ts';

const test = base.extend('pushpin', { scope: 'file' }, ({ simulator }, { onCleanup }) =>
  startPushpin({ ...simulator, spki: '' }, onCleanup),
);

test('failure: where the certificate is not the provider’s, nothing is sent, and it waits', async ({
  pushpin,
  simulator,
}) => {
  await addRefusedZApi(pushpin, {});
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await press(popup, 'Pin');
  const says = failureSentence('outcome_unknown_connection', 'Support Brazil', 'Z-API');
  await popup.getByRole('alert').getByText(says, { exact: true }).waitFor();
  await popup.getByRole('listitem').getByText('Waiting').waitFor();
  expect(simulator.received).toEqual([]);
});
