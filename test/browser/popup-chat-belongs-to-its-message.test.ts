import type { Page } from 'playwright-core';
import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { untilAnswered } from './support/open-messages.ts';
import { chooseAccount, openEmptyPopup, press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const first = '3EB0796DC6B777C0C7C1';
const second = '3EB0796DC6B777C0C7C2';
const third = '3EB0796DC6B777C0C7C3';
const chat = '+5511999999999';
const again = sentence('chat_again', chat);
const zApi = 'Support Brazil (Z-API)';
const periskope = 'Community India (Periskope)';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

const message = (popup: Page) => popup.getByLabel('Message');
const chatOf = (popup: Page) => popup.getByLabel('Chat');
const paste = (popup: Page, text: string) =>
  message(popup)
    .selectText()
    .then(() => popup.keyboard.insertText(text));

/** Returns the message and chat of every call, in the order of the calls. */
const places = (received: Parameters<typeof pinCalls>[0]) =>
  pinCalls(received).map(({ body }) => {
    const { messageId, phone } = body as { messageId: string; phone: string };
    return [messageId, phone];
  });

const named = [
  ['JSON that names a chat', JSON.stringify({ messageId: second, phone: '5521988887777' }), '5521988887777'],
  ['a whole key', `false_5541966665555@c.us_${second}`, '5541966665555'],
] as const;

test.for(named)(
  'popup: %s that takes the place of a message is pinned in the chat that it names',
  async ([, text, phone], { pushpin, simulator }) => {
    const popup = await openEmptyPopup(pushpin);
    await message(popup).fill(first);
    await chatOf(popup).fill(chat);
    await press(popup, 'Pin');
    await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
    await paste(popup, text);
    await popup.getByText(sentence('chat_named')).waitFor();
    await press(popup, 'Pin');
    await simulator.waitFor(() => pinCalls(simulator.received).length === 2);
    expect(places(simulator.received)).toEqual([
      [first, '5511999999999'],
      [second, phone],
    ]);
  },
);

test.for(named)(
  'popup: %s goes before a chat that was typed first, which is then only offered',
  async ([, text, phone], { pushpin, simulator }) => {
    const popup = await openEmptyPopup(pushpin);
    await chatOf(popup).fill(chat);
    await message(popup).fill(text);
    await popup.getByRole('button', { name: again }).waitFor();
    await press(popup, 'Pin');
    await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
    expect(places(simulator.received)).toEqual([[second, phone]]);
    await popup.close();
    const next = await pushpin.openPopup();
    await next.getByRole('listitem').first().waitFor();
    expect(await message(next).inputValue()).toBe('');
  },
);

test.for([
  ['pasted over', async (popup: Page) => paste(popup, second)],
  [
    'cleared and pasted',
    async (popup: Page) => {
      await message(popup).selectText();
      await popup.keyboard.press('Delete');
      await popup.keyboard.insertText(second);
    },
  ],
] as const)(
  'popup: where a message is %s by a bare id, its chat is asked for, and the old one is offered',
  async ([, replace], { pushpin, simulator }) => {
    const popup = await openEmptyPopup(pushpin);
    await message(popup).fill(first);
    await chatOf(popup).fill(chat);
    await replace(popup);
    await expect.poll(() => chatOf(popup).inputValue()).toBe('');
    await press(popup, 'Pin');
    await popup.getByText(sentence('question_chat_missing')).waitFor();
    expect(pinCalls(simulator.received)).toEqual([]);

    await popup.getByRole('button', { name: again }).click();
    expect(await chatOf(popup).inputValue()).toBe(chat);
    await press(popup, 'Pin');
    await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
    expect(places(simulator.received)).toEqual([[second, '5511999999999']]);
  },
);

test('popup: a chat that is typed first is for the message that comes next, typed key by key, and for no other', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await chatOf(popup).fill(chat);
  await message(popup).pressSequentially(first);
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await message(popup).press('Backspace');
  await message(popup).pressSequentially('2');
  await press(popup, 'Pin');
  await popup.getByText(sentence('question_chat_missing')).waitFor();
  expect(places(simulator.received)).toEqual([[first, '5511999999999']]);
});

test('popup: a list that takes the place of a message asks for the chats that it does not name', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await message(popup).fill(first);
  await chatOf(popup).fill(chat);
  await paste(popup, `false_5541966665555@c.us_${second}\n${third}`);
  await press(popup, 'Pin 2 messages');
  await popup.getByText(sentence('question_chat_missing')).waitFor();
  expect(pinCalls(simulator.received)).toEqual([]);

  await chatOf(popup).fill('+5531977776666');
  await popup.getByText(sentence('chat_typed_below', '+5531977776666')).waitFor();
  await popup.getByText('+5541966665555 · Support Brazil').waitFor();
  await press(popup, 'Pin 2 messages');
  await popup.getByText(sentence('summary_accepted_other', '2', 'Support Brazil')).waitFor();
  expect(places(simulator.received).sort()).toEqual([
    [second, '5541966665555'],
    [third, '5531977776666'],
  ]);
});

test('popup: another account keeps a chat that was typed after the message, and none that was typed before', async ({
  pushpin,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, zApi);
  await message(popup).fill(first);
  await chatOf(popup).fill(chat);
  await chooseAccount(popup, periskope);
  await expect.poll(() => chatOf(popup).inputValue()).toBe(chat);

  await message(popup).fill('');
  await chooseAccount(popup, zApi);
  await chatOf(popup).fill(chat);
  await message(popup).fill(second);
  await chooseAccount(popup, periskope);
  await expect.poll(() => chatOf(popup).inputValue()).toBe('');
  await popup.getByRole('button', { name: again }).waitFor();
});

test('popup: a draft that comes back has its chat, and another message in its place has none', async ({ pushpin }) => {
  const popup = await openEmptyPopup(pushpin);
  await message(popup).fill(first);
  await chatOf(popup).fill(chat);
  await untilAnswered(popup);
  await popup.close();
  const back = await pushpin.openPopup();
  await expect.poll(() => chatOf(back).inputValue()).toBe(chat);
  await paste(back, second);
  await expect.poll(() => chatOf(back).inputValue()).toBe('');
  await back.getByRole('button', { name: again }).waitFor();
});

test('popup: at Periskope, too, a bare id in the place of another is asked for its chat', async ({ pushpin }) => {
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, periskope);
  await message(popup).fill(first);
  await chatOf(popup).fill('+919487126251');
  await paste(popup, second);
  await expect.poll(() => chatOf(popup).inputValue()).toBe('');
  await press(popup, 'Pin');
  await popup.getByText(sentence('question_chat_missing')).waitFor();
});

test('menu: a message that is selected while a chat is typed for another starts without a chat', async ({
  pushpin,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, zApi);
  await message(popup).fill(first);
  await chatOf(popup).fill(chat);
  await untilAnswered(popup);
  await pushpin.clickMenu('pin', { selectionText: second });
  await expect.poll(() => message(popup).inputValue()).toBe(second);
  await expect.poll(() => chatOf(popup).inputValue()).toBe('');
});

test('menu: JSON that names a chat is pinned there at once, whatever chat is typed in the popup for another message', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, zApi);
  await message(popup).fill(first);
  await chatOf(popup).fill(chat);
  await untilAnswered(popup);
  const text = JSON.stringify({ messageId: second, phone: '5521988887777', connectedPhone: '5511999990000' });
  await pushpin.clickMenu('pin', { selectionText: text });
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(places(simulator.received)).toEqual([[second, '5521988887777']]);
  expect(await chatOf(popup).inputValue()).toBe(chat);
});

/** Returns the chats in which a message was looked up at Periskope. */
const lookedIn = (received: Parameters<typeof pinCalls>[0]) => [
  ...new Set(received.flatMap(({ path }) => /\/chats\/([^/]+)\/messages/.exec(decodeURIComponent(path))?.[1] ?? [])),
];
const atPeriskope = JSON.stringify({ messageId: second, chatId: '919811122233@c.us' });

test('popup: at Periskope, too, JSON in the place of a message is looked up in the chat that it names', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, periskope);
  await message(popup).fill(first);
  await chatOf(popup).fill('+919487126251');
  await press(popup, 'Pin');
  await popup.getByRole('alert').waitFor();
  await paste(popup, atPeriskope);
  await popup.getByText(sentence('chat_named')).waitFor();
  await press(popup, 'Pin');
  await simulator.waitFor(() => lookedIn(simulator.received).length === 2);
  expect(lookedIn(simulator.received)).toEqual(['919487126251@c.us', '919811122233@c.us']);
});

test('popup: at Periskope, too, the chat of JSON goes before one that was typed first', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await chatOf(popup).fill('+919487126251');
  // An empty popup shows Chat only for Z-API, so the text has to name the other account.
  const { phone } = demoCredentials.periskope;
  await message(popup).fill(JSON.stringify({ messageId: second, chatId: '919811122233@c.us', orgPhone: phone }));
  await popup.getByRole('button', { name: sentence('chat_again', 'Asha Verma') }).waitFor();
  await press(popup, 'Pin');
  await simulator.waitFor(() => lookedIn(simulator.received).length > 0);
  expect(lookedIn(simulator.received)).toEqual(['919811122233@c.us']);
});

test('popup: at Periskope, too, a chat that is typed for a list is for the rows that name none', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openEmptyPopup(pushpin);
  await chooseAccount(popup, periskope);
  await message(popup).fill(first);
  await chatOf(popup).fill('+919487126251');
  await paste(popup, `${atPeriskope}\n{"messageId": "${third}"}`);
  await expect.poll(() => chatOf(popup).inputValue()).toBe('');
  await chatOf(popup).fill('+919876543210');
  await popup.getByText(sentence('chat_typed_below', '+919876543210')).waitFor();
  await press(popup, 'Pin 2 messages');
  await simulator.waitFor(() => lookedIn(simulator.received).length === 2);
  expect(lookedIn(simulator.received).sort()).toEqual(['919811122233@c.us', '919876543210@c.us']);
});
