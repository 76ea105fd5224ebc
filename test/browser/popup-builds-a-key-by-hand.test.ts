import type { Page } from 'playwright-core';
import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { smallTargets, violations } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';
import type { Pushpin } from './support/pushpin.ts';
import { asSent, periskopeCall, pinCalls } from './support/requests.ts';
import { failureSentence, sentence } from './support/sentence.ts';

const id = '3EB0796DC6B777C0C7CD';
const group = '120363297269676566@g.us';
const person = '919487126251@c.us';
const { phone } = demoCredentials.periskope;

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

/** Opens a popup for a message that Periskope does not list, and presses Build the key manually. */
async function buildKey(pushpin: Pushpin, chat: string): Promise<Page> {
  const popup = await pushpin.openPopup();
  await chooseAccount(popup, 'Community India (Periskope)');
  await popup.getByLabel('Message').fill(id);
  await popup.getByLabel('Chat').fill(chat);
  await popup.getByRole('radio', { name: '30 days' }).check();
  await press(popup, 'Pin');
  const says = failureSentence('outcome_rejected_not_listed', 'Community India', 'Periskope');
  await popup.getByRole('alert').getByText(says, { exact: true }).waitFor();
  await press(popup, 'Build the full ID manually');
  await popup.getByText(sentence('question_sender_missing'), { exact: true }).waitFor();
  return popup;
}

test('popup: what Periskope does not list is pinned by a key that was built by hand', async ({
  pushpin,
  simulator,
}) => {
  const popup = await buildKey(pushpin, group);
  const asked = popup.getByRole('radiogroup', { name: 'Sent by' });
  expect(await asked.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => focusOf(popup)).toBe('Your own number');
  expect(await popup.getByLabel('Message').inputValue()).toBe(id);
  expect(await popup.getByRole('alert').innerText()).toBe('');

  await popup.getByRole('radio', { name: 'Someone else' }).check();
  await popup.getByText(sentence('sender_help', 'Periskope')).waitFor();
  await press(popup, 'Pin');
  await popup.getByText(sentence('question_author_missing'), { exact: true }).waitFor();
  const author = popup.getByLabel('Sender’s number');
  await expect.poll(() => focusOf(popup)).toBe('Sender’s number');
  await author.fill('Priya');
  await press(popup, 'Pin');
  await popup.getByText(sentence('question_author_unread'), { exact: true }).waitFor();
  expect(await author.getAttribute('aria-invalid')).toBe('true');
  expect([await violations(popup), await smallTargets(popup)]).toEqual([[], []]);
  expect(pinCalls(simulator.received)).toEqual([]);

  await author.fill('+91 90043 89372');
  const lookUps = simulator.received.length;
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Periskope').waitFor();
  expect(pinCalls(simulator.received).map(asSent)).toEqual([
    periskopeCall(`false_${group}_${id}_919004389372@c.us`, { pin: true, time: 30 }),
  ]);
  expect(simulator.received).toHaveLength(lookUps + 1);
});

test('popup: the own number, where it is known, is not asked for', async ({ pushpin, simulator }) => {
  const popup = await buildKey(pushpin, group);
  await popup.getByRole('radio', { name: 'Your own number' }).check();
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Periskope').waitFor();
  expect(pinCalls(simulator.received).map(asSent)).toEqual([
    periskopeCall(`true_${group}_${id}_${phone}@c.us`, { pin: true, time: 30 }),
  ]);
});

test('popup: in a chat of two, who sent it is all that is asked', async ({ pushpin, simulator }) => {
  const popup = await buildKey(pushpin, person);
  await popup.getByRole('radio', { name: 'Someone else' }).check();
  await press(popup, 'Unpin');
  await popup.getByRole('status').getByText('Accepted by Periskope').waitFor();
  expect(pinCalls(simulator.received).map(asSent)).toEqual([periskopeCall(`false_${person}_${id}`, { pin: false })]);
});
