import { addZApi, editAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { openEmptyPopup } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const id = '3EB0796DC6B777C0C7CD';
const chat = sentence('chat_default', '+5511777777777');

test('menu: a bare id is pinned in the default chat at once, and the result says that it is the default', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const options = await pushpin.openOptions();
  await editAccount(options, 'Support Brazil');
  await options.getByLabel('Default chat').fill('+55 11 77777-7777');
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('is saved').waitFor();

  await pushpin.clickMenu('pin', { selectionText: id });
  const { body } = await simulator.waitFor(({ route }) => route === 'pin');
  expect(body).toMatchObject({ messageId: id, phone: '5511777777777' });
  const title = sentence('request_accepted_in_pin', 'Z-API', 'Support Brazil', chat);
  await expect.poll(async () => (await pushpin.badge()).title).toBe(title);

  const popup = await openEmptyPopup(pushpin);
  await popup.getByRole('listitem').getByText(`${chat} · Support Brazil`).waitFor();
});

test('popup: a chat of an earlier request is shown as that, and the result says so', async ({ pushpin, simulator }) => {
  const popup = await openEmptyPopup(pushpin);
  await popup.getByLabel('Message').fill(JSON.stringify({ messageId: id, phone: '5521988887777' }));
  // Until then the popup shows the default chat, and would ask to look once more.
  await popup.getByText(sentence('chat_named')).waitFor();
  await popup.keyboard.press('Enter');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await popup.getByLabel('Message').fill(id);
  await popup.getByText(sentence('chat_earlier_request')).waitFor();
  expect(await popup.getByLabel('Chat').inputValue()).toBe('5521988887777@c.us');
  await popup.getByRole('button', { name: 'Unpin', exact: true }).click();
  const earlier = sentence('chat_earlier', '+5521988887777');
  await popup.getByText(sentence('accepted_in_chat', 'Support Brazil', earlier)).waitFor();
  expect(pinCalls(simulator.received)).toHaveLength(2);
});
