import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { sentence } from './support/sentence.ts';

test('popup: a key fills in the chat, and a chat typed over it counts once the user says so', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const popup = await pushpin.openPopup();
  const chat = popup.getByLabel('Chat');
  await popup.getByLabel('Message').fill('false_120363019502650977@g.us_3EB0796DC6B777C0C7CD_5511988887777@c.us');
  await expect.poll(() => chat.inputValue()).toBe('120363019502650977@g.us');
  await press(popup, 'Pin');
  const first = await simulator.waitFor(({ route }) => route === 'pin');
  expect(first.body).toMatchObject({ phone: '120363019502650977-group', messageId: '3EB0796DC6B777C0C7CD' });

  await chat.fill('5511987654321');
  await press(popup, 'Pin');
  await press(popup, sentence('chat_use_typed', '5511987654321'));
  const second = await simulator.waitFor(({ route, number }) => route === 'pin' && number > first.number);
  expect(second.body).toMatchObject({ phone: '5511987654321', messageId: '3EB0796DC6B777C0C7CD' });
});

test('popup: with the next key, the chat follows it', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('true_5511911111111@c.us_3EB0C431C26A1916E07E9A');
  await expect.poll(() => popup.getByLabel('Chat').inputValue()).toBe('5511911111111@c.us');
  await popup.getByLabel('Message').fill('true_5511900000000@c.us_3A5F1C9B7D2E4068AB13');
  await expect.poll(() => popup.getByLabel('Chat').inputValue()).toBe('5511900000000@c.us');
});
