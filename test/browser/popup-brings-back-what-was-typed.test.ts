import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { untilAnswered } from './support/open-messages.ts';
import { press } from './support/popup-gestures.ts';
import { sentence } from './support/sentence.ts';

const typed = '3EB0C431C26A1916E07E9A';
const selected = '3EB0796DC6B777C0C7CD';
const bringBack = sentence('bring_back');

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('popup: a gesture takes the form, and what was typed in the open popup can be brought back', async ({
  pushpin,
}) => {
  const popup = await pushpin.openPopup();
  const message = popup.getByLabel('Message');
  await message.fill(typed);
  await popup.getByLabel('Chat').fill('5511987654321');
  await untilAnswered(popup);
  await pushpin.clickMenu('pin:1d', { selectionText: selected });
  await expect.poll(() => message.inputValue()).toBe(selected);
  await popup.getByText(sentence('question_chat_missing')).waitFor();

  await press(popup, bringBack);
  await expect.poll(() => message.inputValue()).toBe(typed);
  expect(await popup.getByLabel('Chat').inputValue()).toBe('5511987654321');
  expect(await popup.getByRole('button', { name: bringBack }).count()).toBe(0);
  expect(await focusOf(popup)).toBe('Message');
  await message.fill('');
  await popup.getByLabel('Chat').fill('');
});

test('popup: once the message of the gesture is sent, what was typed before is there again', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(typed);
  await untilAnswered(popup);
  await popup.close();
  await pushpin.clickMenu('pin', { selectionText: selected });
  const asking = await pushpin.openPopup();
  await asking.getByRole('button', { name: bringBack }).waitFor();
  await asking.getByLabel('Chat').fill('5511987654321');
  await press(asking, 'Pin');
  await asking.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await asking.close();

  const again = await pushpin.openPopup();
  await expect.poll(() => again.getByLabel('Message').inputValue()).toBe(typed);
  expect(await again.getByRole('button', { name: bringBack }).count()).toBe(0);
  await again.getByLabel('Message').fill('');
});

test('popup: which messages of a list were left out is part of the draft', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(`${typed} ${selected}`);
  await popup.getByRole('checkbox').nth(1).uncheck();
  await untilAnswered(popup);
  await popup.close();
  const again = await pushpin.openPopup();
  await again.getByRole('button', { name: 'Pin 1 message', exact: true }).waitFor();
  expect(await again.getByRole('checkbox').nth(1).isChecked()).toBe(false);
});
