import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { asSent, pinCalls, zApiCall } from './support/requests.ts';

const first = 'false_120363019502650977@g.us_3EB0796DC6B777C0C7CD_5511988887777@c.us';
const second = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';

test('popup: several references are pinned together, each in its own chat', async ({ pushpin, simulator }) => {
  await addZApi(pushpin);
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(`${first}\n${second}\n${first}`);
  await popup.getByRole('button', { name: 'Unpin 2 messages' }).waitFor();
  await press(popup, 'Pin 2 messages');
  await popup.getByRole('status').getByText('2 requests accepted through Support Brazil.').waitFor();

  const pin = { messageAction: 'pin', pinMessageDuration: '7_days' } as const;
  const calls = pinCalls(simulator.received).map(asSent);
  expect(calls).toHaveLength(2);
  expect(calls).toEqual(
    expect.arrayContaining([
      zApiCall({ phone: '120363019502650977-group', messageId: '3EB0796DC6B777C0C7CD', ...pin }),
      zApiCall({ phone: '5511987654321', messageId: '3EB0C431C26A1916E07E9A', ...pin }),
    ]),
  );
});

test('popup: when one of several fails, it says how many and which', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(`${first} ${second}`);
  simulator.misbehave({ kind: 'status', status: 500, times: 1, on: { route: 'pin' } });
  await press(popup, 'Pin 2 messages');
  await popup.getByText('1 of 2 requests accepted through Support Brazil. The others are listed below.').waitFor();
  await popup.getByRole('listitem').filter({ hasText: 'Z-API had a server error' }).waitFor();
});
