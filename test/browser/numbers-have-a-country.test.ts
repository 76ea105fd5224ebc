import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope, addRefusedZApi, addZApi, editAccount } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, openEmptyPopup, press } from './support/popup-gestures.ts';
import { expectRealPopup, pressInRealPopup } from './support/real-popup.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const id = '3EB0796DC6B777C0C7CD';
const other = '3AA45F9F285C5249CDFC';
const shown = '+55 11 99999-9999';
const use = sentence('number_use', shown);

const phones = (received: Parameters<typeof pinCalls>[0]) =>
  pinCalls(received).map(({ body }) => (body as { phone: string }).phone);

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('popup: a number as everybody in Brazil writes it is asked about, and Enter alone answers', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await popup.getByLabel('Message').fill(id);
  await popup.getByLabel('Chat').fill('11 99999-9999');
  await popup.keyboard.press('Enter');
  await popup.getByText(sentence('number_is_this', shown)).waitFor();
  await expect.poll(() => popup.locator(':focus').innerText()).toBe(use);
  expect(pinCalls(simulator.received)).toEqual([]);
  await popup.keyboard.press('Enter');
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(phones(simulator.received)).toEqual(['5511999999999']);
  expect(await popup.getByLabel('Chat').inputValue()).toBe(shown);
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
});

test('popup: the same is answered by mouse, also where the chat was typed before the message', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await popup.getByLabel('Chat').fill('(11) 99999-9999');
  await popup.getByLabel('Message').fill(id);
  await press(popup, 'Unpin');
  await popup.getByRole('button', { name: use }).click();
  const { body } = await simulator.waitFor(({ route }) => route === 'pin');
  expect(body).toMatchObject({ phone: '5511999999999', messageAction: 'unpin' });
});

test('popup: a number with its country code needs no question', async ({ pushpin, simulator }) => {
  const popup = await openEmptyPopup(pushpin);
  await popup.getByLabel('Message').fill(id);
  await popup.getByLabel('Chat').fill('5511987654321');
  await popup.keyboard.press('Enter');
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(phones(simulator.received)).toEqual(['5511987654321']);
});

test('popup: a number that may be one of two is asked about with both', async ({ pushpin }) => {
  const popup = await openEmptyPopup(pushpin);
  await popup.getByLabel('Message').fill(id);
  await popup.getByLabel('Chat').fill('51 99999-9999');
  await press(popup, 'Pin');
  await popup.getByText(sentence('number_which', '“51 99999-9999”')).waitFor();
  await popup.getByRole('button', { name: sentence('number_use', '+55 51 99999-9999') }).waitFor();
  await popup.getByRole('button', { name: sentence('number_use', '+51 999 999 999') }).waitFor();
});

test('popup: a table with local numbers asks once for their country, and pins each in its chat', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await popup.getByLabel('Message').fill(`message_id;phone\n${id};11 99999-9999\n${other};(21) 98888-7777`);
  await popup.getByText(sentence('missing_chat_country')).first().waitFor();
  await press(popup, 'Pin 2 messages');
  const numbers = sentence('number_many_other', '2', '11 99999-9999');
  await popup.getByText(sentence('number_are_these', numbers, 'Brazil')).waitFor();
  await popup.getByRole('button', { name: sentence('number_use_all', 'Brazil', shown) }).click();
  await popup.getByText(sentence('summary_accepted_other', '2', 'Support Brazil')).waitFor();
  expect(phones(simulator.received).sort()).toEqual(['5511999999999', '5521988887777']);
});

test('menu: a selected table with a local number opens the popup on the question, and one press goes on', async ({
  pushpin,
  simulator,
}) => {
  const page = await pushpin.openOptions();
  await pushpin.clickMenu('pin', { selectionText: `message_id;phone\n${id};11 99999-9999` });
  await expectRealPopup(page, { text: sentence('number_is_this', shown), chat: '11 99999-9999' });
  expect(pinCalls(simulator.received)).toEqual([]);
  await pressInRealPopup(page, use);
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(phones(simulator.received)).toEqual(['5511999999999']);
});

test('menu: a number in a payload is taken as it is, at once', async ({ pushpin, simulator }) => {
  await pushpin.clickMenu('pin', { selectionText: JSON.stringify({ messageId: id, phone: '5521988887777' }) });
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(phones(simulator.received)).toEqual(['5521988887777']);
});

test('popup: at Periskope the country is that of the account’s phone', async ({ pushpin }) => {
  await addPeriskope(pushpin);
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, 'Community India (Periskope)');
  await popup.getByLabel('Message').fill(id);
  await popup.getByLabel('Chat').fill('98765 43210');
  await press(popup, 'Pin');
  await popup.getByText(sentence('number_is_this', '+91 98765 43210')).waitFor();
});

test('popup: where no country is known it is chosen, kept as the setting, and asked for no more', async ({
  pushpin,
  simulator,
}) => {
  await addRefusedZApi(pushpin, { name: 'Night shift', ...demoCredentials.zApi, instanceToken: 'A'.repeat(24) });
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, 'Night shift (Z-API)');
  await popup.getByLabel('Message').fill(id);
  await popup.getByLabel('Chat').fill('612 34 56 78');
  await press(popup, 'Pin');
  await popup.getByText(sentence('number_from_where', '“612 34 56 78”')).waitFor();
  await popup.getByLabel('Country', { exact: true }).selectOption('ES');
  await popup.getByRole('button', { name: sentence('number_use', '+34 612 34 56 78') }).click();
  await popup.getByText(sentence('country_kept', 'Spain')).waitFor();
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(phones(simulator.received)).toEqual(['34612345678']);

  const options = await pushpin.openOptions();
  await options.getByRole('link', { name: 'Settings' }).click();
  await expect.poll(() => options.getByLabel('Country for phone numbers').inputValue()).toBe('ES');
  await options.getByLabel('Country for phone numbers').selectOption('BR');
  await options.getByText(sentence('settings_kept')).waitFor();

  const next = await openEmptyPopup(pushpin);
  await chooseAccount(next, 'Night shift (Z-API)');
  await next.getByLabel('Message').fill(other);
  await next.getByLabel('Chat').fill('11 99999-9999');
  await press(next, 'Pin');
  await next.getByText(sentence('number_is_this', shown)).waitFor();
});

test('account form: a default chat without a country code is asked about, and saved with it', async ({ pushpin }) => {
  const options = await pushpin.openOptions();
  await editAccount(options, 'Support Brazil');
  await options.getByLabel('Default chat').fill('11 99999-9999');
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText(sentence('number_is_this', shown)).waitFor();
  await expect.poll(() => options.locator(':focus').innerText()).toBe(use);
  await options.keyboard.press('Enter');
  await options.getByRole('status').getByText('“Support Brazil” is saved.').waitFor();
  await editAccount(options, 'Support Brazil');
  expect(await options.getByLabel('Default chat').inputValue()).toBe('5511999999999@c.us');
});
