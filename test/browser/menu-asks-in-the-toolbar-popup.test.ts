import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { untilAnswered } from './support/open-messages.ts';
import { expectRealPopup } from './support/real-popup.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

test.afterEach(({ simulator }) => expect(pinCalls(simulator.received)).toEqual([]));

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('menu: a bare id without a chat opens the popup on Chat', async ({ pushpin }) => {
  const page = await pushpin.openOptions();
  await pushpin.clickMenu('pin', { selectionText: '3EB0796DC6B777C0C7CD' });
  await expectRealPopup(page, {
    text: sentence('question_chat_missing'),
    message: '3EB0796DC6B777C0C7CD',
    chat: '',
    focus: 'Chat',
  });
});

test('menu: a text without an id opens the popup on Message', async ({ pushpin }) => {
  const page = await pushpin.openOptions();
  await pushpin.clickMenu('pin:7d', { selectionText: ' see you on Thursday ' });
  await expectRealPopup(page, {
    text: sentence('question_message_unread'),
    message: 'see you on Thursday',
    focus: 'Message',
  });
});

test('menu: Review opens the popup filled in, with no question', async ({ pushpin }) => {
  const page = await pushpin.openOptions();
  await pushpin.clickMenu('review', { selectionText: key });
  await expectRealPopup(page, { text: sentence('question_review'), message: key, chat: '919487126251@c.us' });
});

test('popup: it is as wide on the toolbar as it was drawn', async ({ pushpin }) => {
  const page = await pushpin.openOptions();
  await pushpin.clickMenu('review', { selectionText: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A' });
  await expectRealPopup(page, { width: 380 });
});

test('menu: where two accounts fit and none is the default, it asks for the account', async ({ pushpin }) => {
  await addPeriskope(pushpin);
  const page = await pushpin.openOptions();
  await pushpin.clickMenu('pin', { selectionText: key });
  await expectRealPopup(page, {
    text: sentence('question_account_missing'),
    message: key,
    account: 'Choose an account',
    focus: 'Account',
  });
});

test('menu: a question also reaches a popup that is open already', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill('3EB0C431C26A1916E07E9A');
  await untilAnswered(popup);
  await pushpin.clickMenu('pin:1d', { selectionText: 'no id here' });
  await popup.getByText(sentence('question_message_unread')).waitFor();
  expect(await popup.getByLabel('Message').inputValue()).toBe('no id here');
  expect(await popup.getByRole('radio', { name: '24 hours' }).isChecked()).toBe(true);
});
