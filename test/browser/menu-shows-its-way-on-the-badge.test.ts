import { addPeriskope } from './accounts.ts';
import { expect, test } from './fixture.ts';
import { failureSentence } from './sentence.ts';

const selectionText = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

test('badge: … while a request runs, ✓ once it is accepted, nothing once the popup showed it', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'hang', on: { route: 'pin' } });
  await pushpin.clickMenu('pin', { selectionText });
  await expect.poll(pushpin.badge).toEqual({ text: '…', title: 'Pinning in Community India…' });
  simulator.behave();
  await expect.poll(pushpin.badge).toEqual({ text: '✓', title: 'Accepted by Periskope for Community India: pin.' });
  await pushpin.openPopup();
  await expect.poll(pushpin.badge).toEqual({ text: '', title: 'Pushpin' });
});

test('badge: ! with the whole sentence after a failure, until the popup showed it', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'status', status: 500, on: { route: 'pin' } });
  await pushpin.clickMenu('unpin', { selectionText });
  const title = failureSentence('outcome_unavailable_server', 'Community India', 'Periskope');
  await expect.poll(pushpin.badge).toEqual({ text: '!', title });
  const popup = await pushpin.openPopup();
  await popup.getByRole('listitem').getByText(title).waitFor();
  await expect.poll(pushpin.badge).toEqual({ text: '', title: 'Pushpin' });
});
