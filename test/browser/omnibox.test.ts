import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import type { Pushpin } from './support/pushpin.ts';
import { asSent, periskopeCall, pinCalls, zApiCall } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
const webhook = '{"phone": "5511987654321", "messageId": "3EB0C431C26A1916E07E9A", "fromMe": true}';

/** Returns the line under the address bar for a text after the keyword. */
async function typed({ worker }: Pushpin, text: string): Promise<string> {
  return (await worker()).evaluate(
    (input) =>
      new Promise<string>((resolve) => {
        let line = '';
        const { omnibox } = chrome;
        omnibox.setDefaultSuggestion = ({ description }) => {
          line = description;
        };
        omnibox.onInputChanged.dispatch(input, () => resolve(line));
      }),
    text,
  );
}

async function enter({ worker }: Pushpin, text: string): Promise<void> {
  await (await worker()).evaluate((input) => chrome.omnibox.onInputEntered.dispatch(input, 'currentTab'), text);
}

test('omnibox: without an account, it says what to do first', async ({ pushpin }) => {
  expect(await typed(pushpin, key)).toBe(sentence('account_add_first'));
});

test('omnibox: it says what it understood', async ({ pushpin }) => {
  await addZApi(pushpin, { name: 'Tom & <Ann>' });
  const first = await typed(pushpin, webhook);
  const id = '3EB0C431C26A1916E07E9A';
  expect(first).toBe(`Pin ${id} in +5511987654321 for 7 days through Tom &amp; &lt;Ann&gt;`);
});

test('omnibox: it says what it will ask', async ({ pushpin }) => {
  const first = await typed(pushpin, '3EB0C431C26A1916E07E9A');
  expect(first).toBe(`3EB0C431C26A1916E07E9A: ${sentence('question_chat_missing')}`);
});

test('omnibox: where it understood nothing, it says so and what to paste', async ({ pushpin }) => {
  const first = await typed(pushpin, 'see you soon & <later>');
  expect(first).toBe(sentence('question_template').replace("'", '&apos;'));
  expect(await typed(pushpin, 'see you soon')).toBe(sentence('question_message_unread'));
});

test('omnibox: a credential is not repeated', async ({ pushpin }) => {
  const first = await typed(pushpin, demoCredentials.zApi.instanceId);
  expect(first).toBe(sentence('question_credential'));
});

test('omnibox: several messages are to be checked', async ({ pushpin }) => {
  const first = await typed(pushpin, `${key} true_919876543210@c.us_3EB05FC204C28E456D8596`);
  expect(first).toBe('Review 2 messages in Pushpin');
});

test('omnibox: Enter pins', async ({ pushpin, simulator }) => {
  await enter(pushpin, webhook);
  const body = { phone: '5511987654321', messageId: '3EB0C431C26A1916E07E9A' } as const;
  await simulator.waitFor(({ route, status }) => route === 'pin' && status !== null);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([
    zApiCall({ ...body, messageAction: 'pin', pinMessageDuration: '7_days' }),
  ]);
});

test('omnibox: Enter pins through Periskope by the whole key', async ({ pushpin, simulator }) => {
  await addPeriskope(pushpin);
  const page = await pushpin.openOptions();
  await page.getByRole('button', { name: 'Make default: Community India' }).click();
  await page.getByRole('button', { name: 'Remove as default: Community India' }).waitFor();
  expect(await typed(pushpin, key)).toContain('through Community India');
  await enter(pushpin, key);
  await simulator.waitFor(({ route, status }) => route === 'pin' && status !== null);
  expect(pinCalls(simulator.received).map(asSent)).toEqual([periskopeCall(key, { pin: true, time: 7 })]);
});
