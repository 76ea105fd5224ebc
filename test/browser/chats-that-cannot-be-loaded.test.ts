import type { Fault } from '../simulator/index.ts';
import { addZApi } from './support/accounts.ts';
import { untilAnnounced } from './support/combobox.ts';
import { expect, test } from './support/fixture.ts';
import { focusOf } from './support/focus.ts';
import { goOffline, goOnline } from './support/network.ts';
import type { Pushpin } from './support/pushpin.ts';
import { failureSentence, sentence } from './support/sentence.ts';

const account = 'Support Brazil';
const on = { route: 'chats' } as const;

// Each case has its own message, because the chat of a message that was sent before is known.
const faults: { what: string; fault: Fault; says: string; messageId: string }[] = [
  {
    what: 'an error of the provider',
    fault: { kind: 'status', status: 500, on },
    says: sentence('list_server', account, 'Z-API'),
    messageId: '3EB0796DC6B777C0C7C1',
  },
  {
    what: 'a connection that breaks',
    fault: { kind: 'reset', on },
    says: sentence('list_unknown', account, 'Z-API'),
    messageId: '3EB0796DC6B777C0C7C2',
  },
  {
    what: 'an answer that nobody can read',
    fault: { kind: 'body', body: '<html>Sign in</html>', on },
    says: sentence('list_unknown', account, 'Z-API'),
    messageId: '3EB0796DC6B777C0C7C3',
  },
  {
    what: 'a refused Client-Token',
    fault: { kind: 'status', status: 401, on },
    says: failureSentence('z_api_unauthorized_client_token', account, 'Z-API'),
    messageId: '3EB0796DC6B777C0C7C4',
  },
];

test.beforeAll(({ pushpin }) => addZApi(pushpin));

/** Opens a popup whose chats cannot be loaded, and waits until it says why. */
async function failing(pushpin: Pushpin, says: string) {
  const popup = await pushpin.openPopup();
  const chat = popup.getByRole('combobox', { name: 'Chat' });
  await expect.poll(() => focusOf(popup)).toBe('Message');
  await chat.focus();
  await untilAnnounced(popup, says);
  const again = popup.getByRole('button', { name: sentence('chats_again') });
  const loadAgain = async () => {
    await chat.press('Escape');
    await again.click();
    await again.waitFor({ state: 'detached' });
    await chat.click();
    await popup.getByRole('option', { name: 'Mariana Costa' }).waitFor();
  };
  return { popup, chat, loadAgain };
}

test.for(faults)(
  'chats: $what is told with its account, a number can still be typed, and they load again',
  async ({ fault, says, messageId }, { pushpin, simulator }) => {
    simulator.misbehave(fault);
    const { popup, chat, loadAgain } = await failing(pushpin, says);
    await popup.getByLabel('Message').fill(messageId);
    await chat.focus();
    await popup.keyboard.type('5511987654321');
    await popup.keyboard.press('Enter');
    const { body } = await simulator.waitFor(({ route, status }) => route === 'pin' && status === 200);
    expect(body).toMatchObject({ phone: '5511987654321', messageId });

    await chat.fill('');
    simulator.behave();
    await loadAgain();
  },
);

test('chats: the list says that there is no network, still shows what is known, and loads again once there is one', async ({
  pushpin,
}) => {
  await goOffline(pushpin);
  const { popup, chat, loadAgain } = await failing(pushpin, sentence('list_offline', account));
  await popup.keyboard.type('mari');
  await popup.getByRole('option', { name: 'Mariana Costa' }).waitFor();
  await popup.keyboard.press('Enter');
  expect(await chat.inputValue()).toBe('Mariana Costa');
  await goOnline(pushpin);
  await loadAgain();
});
