import type { ReceivedRequest } from '../simulator/index.ts';
import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { pinCalls } from './support/requests.ts';

const inChat = (id: string) => `true_5511987654321@c.us_${id}`;
const bodyOf = ({ body }: ReceivedRequest) => body as { messageId: string; messageAction: string };

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('worker: behind a hanging call its chat waits, other chats do not', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'hang', times: 1, on: { route: 'pin' } });
  await pushpin.clickMenu('pin', { selectionText: inChat('3EB0C431C26A1916E07E9A') });
  await simulator.waitFor(({ route }) => route === 'pin');
  await pushpin.clickMenu('pin', { selectionText: inChat('3A5F1C9B7D2E4068AB13') });
  await pushpin.clickMenu('pin', { selectionText: 'true_5511900000000@c.us_3EB0796DC6B777C0C7CD' });
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 200);
  const popup = await pushpin.openPopup();
  const states = async () => (await popup.getByRole('listitem').getByRole('strong').allInnerTexts()).sort();
  await expect.poll(states).toEqual(['Accepted', 'Sending', 'Waiting']);

  simulator.behave();
  await expect.poll(states).toEqual(['Accepted', 'Accepted', 'Accepted']);
  expect(pinCalls(simulator.received).map((call) => bodyOf(call).messageId)).toEqual([
    '3EB0C431C26A1916E07E9A',
    '3EB0796DC6B777C0C7CD',
    '3A5F1C9B7D2E4068AB13',
  ]);
});

test('worker: pin, unpin, pin, unpin of one message faster than the network: the first, then the last', async ({
  pushpin,
  simulator,
}) => {
  simulator.misbehave({ kind: 'hang', times: 1, on: { route: 'pin' } });
  const selectionText = inChat('3EB0C431C26A1916E07E9A');
  await pushpin.clickMenu('pin:1d', { selectionText });
  await simulator.waitFor(({ route }) => route === 'pin');
  for (const entry of ['unpin', 'pin:30d', 'unpin']) await pushpin.clickMenu(entry, { selectionText });
  const popup = await pushpin.openPopup();
  const states = () => popup.getByRole('listitem').getByRole('strong').allInnerTexts();
  await expect.poll(states).toEqual(['Waiting', 'Replaced', 'Replaced', 'Sending']);

  simulator.behave();
  await expect.poll(states).toEqual(['Accepted', 'Replaced', 'Replaced', 'Accepted']);
  expect(pinCalls(simulator.received).map((call) => bodyOf(call).messageAction)).toEqual(['pin', 'unpin']);
  expect(simulator.pins()).toEqual([]);
});

test('worker: three pins in one chat never overlap', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'delay', ms: 150, on: { route: 'pin' } });
  const overlaps: ReceivedRequest[] = [];
  const done = simulator.waitFor((request) => {
    const open = pinCalls(simulator.received).filter(
      ({ status, number }) => status === null && number < request.number,
    );
    overlaps.push(...open);
    return pinCalls(simulator.received).filter(({ status }) => status === 200).length === 3;
  });
  const ids = ['3EB0C431C26A1916E07E9A', '3A5F1C9B7D2E4068AB13', '3EB0796DC6B777C0C7CD'];
  for (const id of ids) await pushpin.clickMenu('pin', { selectionText: inChat(id) });
  await done;
  expect(overlaps).toEqual([]);
  expect(pinCalls(simulator.received).map((call) => bodyOf(call).messageId)).toEqual(ids);
});
