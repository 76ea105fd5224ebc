import type { Page } from 'playwright-core';
import { addZApi } from './support/accounts.ts';
import { focusedCombobox, untilAnnounced } from './support/combobox.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import type { Pushpin } from './support/pushpin.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const flowers = { active: 'Condomínio Jardim das Flores Group', expanded: 'true' };
const mariana = { active: 'Mariana Costa +5511987654321', expanded: 'true' };
const closed = { active: null, expanded: 'false' };

test.beforeAll(({ pushpin }) => addZApi(pushpin));

/** Opens a popup with an id and the focus in Chat. The id must be new, because the chat of one that was sent is known. */
async function atChat(pushpin: Pushpin, id: string): Promise<Page> {
  const popup = await pushpin.openPopup();
  await expect.poll(() => focusOf(popup)).toBe('Message');
  await popup.keyboard.press('Control+a');
  await popup.keyboard.type(id);
  await popup.keyboard.press('Tab');
  expect(await focusOf(popup)).toBe('Chat');
  expect(await popup.locator(':focus').getAttribute('role')).toBe('combobox');
  return popup;
}

async function press(popup: Page, key: string, expected: object): Promise<void> {
  await popup.keyboard.press(key);
  await expect.poll(() => focusedCombobox(popup)).toMatchObject(expected);
}

test('chat: a number is typed and sent while there is no list yet', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'hang', on: { route: 'chats' } });
  const popup = await atChat(pushpin, '3EB0796DC6B777C0C7C1');
  await popup.keyboard.type('+55 11 98765-4321');
  expect(await focusedCombobox(popup)).toMatchObject(closed);
  await popup.keyboard.press('Enter');
  const { body } = await simulator.waitFor(({ route }) => route === 'pin');
  expect(body).toMatchObject({ phone: '5511987654321', messageId: '3EB0796DC6B777C0C7C1' });
});

test('chat: the arrows go through the list, which says how long it is', async ({ pushpin }) => {
  const popup = await atChat(pushpin, '3EB0796DC6B777C0C7C2');
  expect(await focusedCombobox(popup)).toMatchObject(closed);
  await popup.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => focusedCombobox(popup)).toMatchObject({ active: null, expanded: 'true' });
  await untilAnnounced(popup, sentence('chats_count', '4'));
  await press(popup, 'ArrowDown', { ...flowers, position: '1/4', inView: true });
  await press(popup, 'ArrowDown', { ...mariana, position: '2/4', inView: true });
  await press(popup, 'ArrowUp', { ...flowers, position: '1/4' });
  await press(popup, 'ArrowUp', { position: '4/4', inView: true });
  await press(popup, 'Escape', closed);
  expect(await focusOf(popup)).toBe('Chat');
  expect(await popup.getByLabel('Message').inputValue()).toBe('3EB0796DC6B777C0C7C2');
});

test('chat: what is typed filters by name, and the chat that Enter takes is the one that is sent', async ({
  pushpin,
  simulator,
}) => {
  const popup = await atChat(pushpin, '3EB0796DC6B777C0C7C3');
  await popup.keyboard.type('condominio fl');
  await expect.poll(() => focusedCombobox(popup)).toMatchObject({ ...flowers, position: '1/1' });
  await untilAnnounced(popup, sentence('chats_count', '1'));
  await press(popup, 'Enter', closed);
  expect(await popup.getByLabel('Chat').inputValue()).toBe('Condomínio Jardim das Flores');
  expect(pinCalls(simulator.received)).toEqual([]);
  await popup.keyboard.press('Enter');
  const { body } = await simulator.waitFor(({ route }) => route === 'pin');
  expect(body).toMatchObject({ phone: '120363019502650977-group', messageId: '3EB0796DC6B777C0C7C3' });
});

test('chat: Tab takes the active option and goes on', async ({ pushpin, simulator }) => {
  const popup = await atChat(pushpin, '3EB0796DC6B777C0C7C4');
  await popup.keyboard.type('rafael');
  await expect.poll(() => focusedCombobox(popup)).toMatchObject({ active: 'Rafael Hidden number', expanded: 'true' });
  await popup.keyboard.press('Tab');
  expect(await focusOf(popup)).toBe('7 days');
  await popup.keyboard.press('Enter');
  const { body } = await simulator.waitFor(({ route }) => route === 'pin');
  expect(body).toMatchObject({ phone: '81896604192873@lid', messageId: '3EB0796DC6B777C0C7C4' });
});

test('chat: a name that no chat has is said to have none', async ({ pushpin }) => {
  const popup = await atChat(pushpin, '3EB0796DC6B777C0C7C5');
  await popup.keyboard.press('ArrowDown');
  await expect.poll(() => focusedCombobox(popup)).toMatchObject(flowers);
  await popup.keyboard.type('zzz');
  await expect.poll(() => focusedCombobox(popup)).toMatchObject(closed);
  await untilAnnounced(popup, sentence('chats_none'));
});
