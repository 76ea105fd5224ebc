import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const addressOf = ({ instanceId, instanceToken }: typeof demoCredentials.zApi) =>
  `https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/send-text`;

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('popup: credentials that are new fill in an account', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(addressOf(demoCredentials.zApiDisconnected));
  await press(popup, 'Pin');
  const opened = pushpin.context.waitForEvent('page');
  await press(popup, sentence('offer_account'));
  const options = await opened;
  await expect
    .poll(() => options.getByLabel('Instance ID').inputValue())
    .toBe(demoCredentials.zApiDisconnected.instanceId);
  expect(pinCalls(simulator.received)).toEqual([]);
});

test('popup: credentials of an account that is saved are only told to be', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(addressOf(demoCredentials.zApi));
  await press(popup, 'Pin');
  await popup.getByText(sentence('offer_saved'), { exact: true }).waitFor();
  expect(await popup.getByRole('button', { name: sentence('offer_account') }).count()).toBe(0);
});
