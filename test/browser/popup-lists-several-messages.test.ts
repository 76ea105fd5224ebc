import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const ids = Array.from({ length: 12 }, (_, index) => `3EB0796DC6B777C0C7${(0xa0 + index).toString(16).toUpperCase()}`);
const row = (id: string, index: number) => `${id};55119999900${10 + index}`;
const table = ['message_id;phone', ...ids.map(row)].join('\n');

test('popup: a table of twelve messages is listed, one is left out, and the others are pinned', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(table);
  await popup.getByRole('button', { name: 'Pin 12 messages', exact: true }).waitFor();
  expect(await popup.getByRole('checkbox').count()).toBe(12);
  expect(await popup.getByRole('checkbox', { name: `${ids[3]} +5511999990013`, exact: false }).isChecked()).toBe(true);

  await popup.getByRole('checkbox').nth(3).uncheck();
  await press(popup, 'Pin 11 messages');
  await popup.getByText(sentence('summary_accepted_other', '11', 'Support Brazil')).waitFor();
  const sent = pinCalls(simulator.received).map(({ body }) => body as { messageId: string; phone: string });
  const left = ids.filter((_, index) => index !== 3);
  expect(
    sent.map(({ messageId, phone }) => row(messageId, ids.indexOf(messageId)) === `${messageId};${phone}`),
  ).toEqual(left.map(() => true));
  expect(sent.map(({ messageId }) => messageId).sort()).toEqual(left);
});

test('popup: a list with a chat missing asks for it, and fills the gap alone', async ({ pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(`message_id;phone\n${row('3EB0796DC6B777C0C7CD', 0)}\n3AA45F9F285C5249CDFC;`);
  await popup.getByText(sentence('missing_chat_missing')).waitFor();
  await press(popup, 'Pin 2 messages');
  await popup.getByText(sentence('question_chat_missing')).waitFor();
  await popup.getByLabel('Chat').fill('120363019502650977-group');
  await press(popup, 'Pin 2 messages');
  await popup.getByText(sentence('summary_accepted_other', '2', 'Support Brazil')).waitFor();
  expect(
    pinCalls(simulator.received)
      .map(({ body }) => (body as { phone: string }).phone)
      .sort(),
  ).toEqual(['120363019502650977-group', '5511999990010']);
});
