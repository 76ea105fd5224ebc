import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const zApi = 'Support Brazil (Z-API)';
const periskope = 'Community India (Periskope)';
const id = '3EB0796DC6B777C0C7CD';

const cases = [
  { message: '', account: zApi, question: 'question_message_missing', field: 'Message' },
  { message: 'please pin this', account: zApi, question: 'question_message_unread', field: 'Message' },
  { message: id, account: zApi, question: 'question_chat_missing', field: 'Chat' },
  { message: id, account: zApi, chat: 'Mariana', question: 'question_chat_unread', field: 'Chat' },
  { message: id, account: zApi, chat: '123456789@newsletter', question: 'question_chat_not_pinnable', field: 'Chat' },
  {
    message: 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1',
    account: zApi,
    question: 'question_id_elsewhere',
    field: 'Message',
  },
  { message: id, account: periskope, question: 'question_chat_missing', field: 'Chat' },
] as const;

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

test.for(cases)('popup: it asks at $field: $question', async (asked, { pushpin, simulator }) => {
  const popup = await pushpin.openPopup();
  await chooseAccount(popup, asked.account);
  await popup.getByLabel('Message').fill(asked.message);
  if ('chat' in asked) await popup.getByLabel('Chat').fill(asked.chat);
  await press(popup, 'Pin');
  await popup.getByText(sentence(asked.question), { exact: true }).waitFor();
  await expect.poll(() => focusOf(popup)).toBe(asked.field);
  const field = popup.getByLabel(asked.field);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(pinCalls(simulator.received)).toEqual([]);

  await popup.keyboard.type('5');
  await expect.poll(() => popup.getByText(sentence(asked.question), { exact: true }).count()).toBe(0);
  expect(await focusOf(popup)).toBe(asked.field);
  await field.fill('');
});
