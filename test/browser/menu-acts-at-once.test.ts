import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { asSent, periskopeCall, pinCalls } from './support/requests.ts';

const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

const entries = [
  { entry: 'pin:1d', body: { pin: true, time: 1 } },
  { entry: 'pin:7d', body: { pin: true, time: 7 } },
  { entry: 'pin:30d', body: { pin: true, time: 30 } },
  { entry: 'pin', body: { pin: true, time: 30 } },
  { entry: 'unpin', body: { pin: false } },
] as const;

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

test.for(entries)('menu: $entry acts at once on a whole key', async ({ entry, body }, { pushpin, simulator }) => {
  await pushpin.clickMenu(entry, { selectionText: ` "message_id": "${key}", ` });
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 204);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([periskopeCall(key, body)]);
});

test('menu: no page is left open after its gestures', ({ pushpin }) => {
  expect(pushpin.context.pages().map((page) => page.url())).toEqual(['about:blank']);
});

test('menu: of two accounts that fit, the default one acts at once', async ({ pushpin, simulator }) => {
  await addZApi(pushpin);
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Community India' }).click();
  await options.getByText('Default', { exact: true }).waitFor();
  await options.close();

  await pushpin.clickMenu('pin:1d', { selectionText: key });
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 204);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([periskopeCall(key, { pin: true, time: 1 })]);
});
