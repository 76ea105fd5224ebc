import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, pinForEachDurationAndUnpin } from './support/popup-gestures.ts';
import { asSent, periskopeCall, pinCalls, zApiCall } from './support/requests.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

test.for([
  { kind: 'private', messageId: '3EB0C431C26A1916E07E9A', chat: '+55 11 98765-4321', phone: '5511987654321' },
  {
    kind: 'group',
    messageId: 'AC7B1E9D3F5A2C8046D1B7E39A5F2C08',
    chat: '120363019502650977@g.us',
    phone: '120363019502650977-group',
  },
])(
  'popup: a $kind message is pinned for each duration and unpinned through Z-API',
  async (of, { pushpin, simulator }) => {
    const { messageId, chat, phone } = of;
    const popup = await pushpin.openPopup();
    await popup.getByLabel('Message').fill(messageId);
    await popup.getByLabel('Chat').fill(chat);
    await pinForEachDurationAndUnpin(popup, simulator);

    expect(pinCalls(simulator.received).map(asSent)).toEqual([
      zApiCall({ phone, messageId, messageAction: 'pin', pinMessageDuration: '24_hours' }),
      zApiCall({ phone, messageId, messageAction: 'pin', pinMessageDuration: '7_days' }),
      zApiCall({ phone, messageId, messageAction: 'pin', pinMessageDuration: '30_days' }),
      zApiCall({ phone, messageId, messageAction: 'unpin', pinMessageDuration: '30_days' }),
    ]);
    expect(simulator.pins()).toEqual([]);
  },
);

test.for([
  { kind: 'private', key: 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95' },
  { kind: 'group', key: 'false_120363297269676566@g.us_3EB01F4653BB9DD05E9859_919004389372@c.us' },
])(
  'popup: a $kind message is pinned for each duration and unpinned through Periskope',
  async ({ key }, { pushpin, simulator }) => {
    const popup = await pushpin.openPopup();
    await chooseAccount(popup, 'Community India (Periskope)');
    await popup.getByLabel('Message').fill(key);
    await pinForEachDurationAndUnpin(popup, simulator);

    expect(pinCalls(simulator.received).map(asSent)).toEqual([
      periskopeCall(key, { pin: true, time: 1 }),
      periskopeCall(key, { pin: true, time: 7 }),
      periskopeCall(key, { pin: true, time: 30 }),
      periskopeCall(key, { pin: false }),
    ]);
    expect(simulator.pins()).toEqual([]);
  },
);
