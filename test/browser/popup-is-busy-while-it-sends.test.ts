import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { untilAnswered } from './support/open-messages.ts';
import { pinCalls } from './support/requests.ts';

const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';

test('popup: while a request runs, the button says so and a double click sends once', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  simulator.misbehave({ kind: 'hang', on: { route: 'pin' } });
  await popup.getByRole('button', { name: 'Pin', exact: true }).dblclick();
  const busy = popup.getByRole('button', { name: 'Pinning…' });
  await busy.waitFor();
  expect(await busy.getAttribute('aria-disabled')).toBe('true');
  await simulator.waitFor(({ route }) => route === 'pin');
  await busy.click({ force: true });
  await popup.getByRole('button', { name: 'Unpin', exact: true }).click({ force: true });
  await popup.getByRole('listitem').getByText('Sending').waitFor();

  simulator.behave();
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await popup.getByRole('button', { name: 'Pin', exact: true, disabled: false }).waitFor();
  expect(pinCalls(simulator.received)).toHaveLength(1);
});

test('popup: a double click on Undo sends once', async ({ pushpin, simulator }) => {
  await pushpin.clickMenu('pin', { selectionText: message });
  await simulator.waitFor(({ status }) => status === 200);
  const popup = await pushpin.openPopup();
  simulator.misbehave({ kind: 'delay', ms: 200, on: { route: 'pin' } });
  await untilAnswered(popup);
  await popup.getByRole('button', { name: /^Undo: Pin/ }).dblclick();
  await popup.getByText(/^Undone/).waitFor();
  await expect.poll(() => popup.getByText(/^(Sending|Waiting)$/).count()).toBe(0);
  expect(pinCalls(simulator.received)).toHaveLength(2);
});
