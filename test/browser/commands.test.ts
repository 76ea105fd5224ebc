import { addPeriskope } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import type { Pushpin } from './support/pushpin.ts';
import { realPopup } from './support/real-popup.ts';
import { asSent, periskopeCall, pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const key = 'false_919487126251@c.us_3AC1D9E07B3F5A2864D0';

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

async function press({ worker }: Pushpin, command: string): Promise<void> {
  await (await worker()).evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(name, tab);
  }, command);
}

test('commands: the popup has a shortcut; pin and unpin have a name and no shortcut', async ({ pushpin }) => {
  const worker = await pushpin.worker();
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name, description, shortcut }) => [name, description, shortcut])).toEqual([
    ['_execute_action', '', 'Alt+Shift+M'],
    ['pin-selection', sentence('command_pin'), ''],
    ['unpin-selection', sentence('command_unpin'), ''],
  ]);
});

test('commands: pin and unpin act on what is selected in the frame that was used last', async ({
  pushpin,
  simulator,
}) => {
  const page = await pushpin.context.newPage();
  // Only a real key press gives `activeTab`; Pushpin may read a page at a provider's own address without it.
  await page.route('https://api.z-api.io/page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><body><p>lunch at one</p><iframe srcdoc="<pre>pin\n${key}</pre>"></iframe>`,
    }),
  );
  await page.goto('https://api.z-api.io/page');
  const frame = page.frameLocator('iframe').locator('pre');
  await page.locator('p').selectText();
  await frame.click();
  await frame.selectText();

  await press(pushpin, 'pin-selection');
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 204);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([periskopeCall(key, { pin: true, time: 7 })]);
  simulator.reset();
  await press(pushpin, 'unpin-selection');
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 204);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([periskopeCall(key, { pin: false })]);
});

test('commands: the popup asks for the message where the page cannot be read', async ({ pushpin }) => {
  const page = await pushpin.openOptions();
  await press(pushpin, 'pin-selection');
  await realPopup(page, sentence('question_message_missing'));
});
