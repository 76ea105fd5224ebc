import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addRefusedZApi, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { failureSentence, sentence } from './support/sentence.ts';

test('failure: a refused Client-Token leads to its account; with the new one saved, what waited goes by itself', async ({
  pushpin,
}) => {
  await addRefusedZApi(pushpin, { clientToken: 'Fwrong0client0token0S' });
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  await press(popup, 'Pin');
  const alert = popup.getByRole('alert');
  await alert.getByText(failureSentence('z_api_unauthorized_client_token', 'Support Brazil', 'Z-API')).waitFor();
  await alert.getByText('Status 403 · Z-API says: Client-Token •••• not allowed').waitFor();

  const opened = pushpin.context.waitForEvent('page');
  await alert.getByRole('button', { name: 'Open account' }).click();
  const options = await opened;
  await options.getByRole('heading', { name: 'Edit “Support Brazil”' }).waitFor();
  await options.getByRole('button', { name: 'Replace Client-Token' }).click();
  await options.getByLabel('Client-Token').fill(demoCredentials.zApi.clientToken);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();

  await popup.getByRole('listitem').first().getByText('Accepted').waitFor();
});

test('failure: a failed request is gone from an open popup once its account is deleted', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin, { name: 'Short-lived' });
  const popup = await pushpin.openPopup();
  await chooseAccount(popup, 'Short-lived (Z-API)');
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0C431C26A1916E07E9A');
  simulator.misbehave({ kind: 'status', status: 400, times: 1 });
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText('did not accept this request').waitFor();

  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Delete Short-lived' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await options.getByRole('status').getByText('was deleted').waitFor();
  await popup.getByText(sentence('latest_none')).waitFor();
  expect(pinCalls(simulator.received)).toHaveLength(1);
});
