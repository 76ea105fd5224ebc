import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { openEmptyPopup, press } from './support/popup-gestures.ts';
import { sentence } from './support/sentence.ts';

const id = '3EB0796DC6B777C0C7CD';
const text = JSON.stringify({ messageId: id, phone: '5521988887777' });
const [named, typed] = ['+5521988887777', '+5511999999999'];
const answers = [
  ['the one of the text, by Enter alone', 'Enter', '5521988887777'],
  ['the one that is typed, by the key for the next answer', 'Tab', '5511999999999'],
] as const;

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test.for(answers)(
  'popup: where the text names a chat and another is typed, it asks which: %s',
  async ([, key, phone], { pushpin, simulator }) => {
    const popup = await openEmptyPopup(pushpin);
    await popup.getByLabel('Message').fill(text);
    await popup.getByText(sentence('chat_named')).waitFor();
    await popup.getByLabel('Chat').fill(typed);
    await press(popup, 'Pin');
    await popup.getByText(sentence('chat_conflict', named, typed)).waitFor();
    expect(await popup.locator(':focus').innerText()).toBe(sentence('chat_use_named', named));
    expect(simulator.received.filter(({ route }) => route === 'pin')).toEqual([]);

    await popup.keyboard.press(key);
    if (key === 'Tab') await popup.keyboard.press('Enter');
    const { body } = await simulator.waitFor(({ route }) => route === 'pin');
    expect(body).toMatchObject({ messageId: id, phone });
    expect(await focusOf(popup)).not.toBe('body');
    await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  },
);
