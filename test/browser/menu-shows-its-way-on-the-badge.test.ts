import { addPeriskope } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { failureSentence } from './support/sentence.ts';

const selectionText = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

test('badge: it shows the number of running requests, ✓ once one is accepted, and nothing once the popup has shown it', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'hang', on: { route: 'pin' } });
  await pushpin.clickMenu('pin', { selectionText });
  await expect.poll(pushpin.badge).toEqual({ text: '1', title: 'Pinning through Community India…' });
  simulator.behave();
  await expect.poll(pushpin.badge).toEqual({ text: '✓', title: 'Accepted by Periskope: pin through Community India.' });
  await pushpin.openPopup();
  await expect.poll(pushpin.badge).toEqual({ text: '', title: 'Pushpin' });
});

test('badge: it shows 1! and the whole sentence while a failed request is tried again, and 1 once the popup has shown it', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'status', status: 500, headers: { 'Retry-After': '600' }, on: { route: 'pin' } });
  await pushpin.clickMenu('unpin', { selectionText });
  const title = failureSentence('outcome_unavailable_server', 'Community India', 'Periskope');
  await expect.poll(pushpin.badge).toEqual({ text: '1!', title });
  const popup = await pushpin.openPopup();
  await popup.getByRole('listitem').getByText(title).waitFor();
  await expect.poll(async () => (await pushpin.badge()).text).toBe('1');
  await popup.getByRole('button', { name: /^Cancel: Unpin/ }).click();
  await expect.poll(pushpin.badge).toEqual({ text: '', title: 'Pushpin' });
});
