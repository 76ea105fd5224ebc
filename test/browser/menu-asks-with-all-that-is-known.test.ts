import type { Page } from 'playwright-core';
import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope, addRefusedZApi, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { expectRealPopup } from './support/real-popup.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const possible = 'D41D8CD98F00B204E9800998ECF8427E';
const id = '3EB0796DC6B777C0C7CD';
const { zApiDisconnected } = demoCredentials;
const toChoose = sentence('account_choose');
const first = 'Support Brazil (Z-API)';
const named = 'Night shift (Z-API)';

const cases = [
  {
    entry: 'pin:1d',
    message: `checksum ${possible} of Tuesday`,
    question: 'question_message_possible',
    filledIn: { focus: 'Message', account: first, offered: [possible] },
  },
  {
    entry: 'pin:30d',
    message: `${id} went from 5511987654321@c.us to 120363019502650977@g.us`,
    question: 'question_message_possible',
    filledIn: { focus: 'Message', account: first, offered: [id] },
  },
  {
    entry: 'pin:1d',
    message: 'true_5511987654321@c.us_3EB0********C7CD',
    question: 'question_masked',
    filledIn: { focus: 'Message', account: first, offered: [] },
  },
  {
    entry: 'pin:30d',
    message: `{"instanceId": "${zApiDisconnected.instanceId}", "messageId": "${id}"}`,
    question: 'question_chat_missing',
    filledIn: { focus: 'Chat', account: named, chat: '', offered: [] },
  },
  {
    entry: 'pin:1d',
    message: `{"instanceId": "${zApiDisconnected.instanceId}", "messageId": "${id}", "phone": "123456789@newsletter"}`,
    question: 'question_chat_not_pinnable',
    filledIn: { focus: 'Chat', account: named, chat: '123456789@newsletter', offered: [] },
  },
  {
    entry: 'pin:30d',
    message: `{"messageId": "${id}", "phone": "5511987654321"}`,
    question: 'question_account_missing',
    filledIn: { focus: 'Account', account: toChoose, offered: [] },
  },
] as const;

const days = { 'pin:1d': '24 hours', 'pin:30d': '30 days' };

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addRefusedZApi(pushpin, { name: 'Night shift', ...zApiDisconnected });
  await addPeriskope(pushpin);
});

/** Returns the chosen duration of the popup on the toolbar, and the ids that it offers. */
const choices = (page: Page) =>
  page.evaluate(() => {
    const [view] = chrome.extension.getViews({ type: 'popup' });
    const checked = view?.document.querySelector<HTMLInputElement>('[type=radio]:checked');
    const offers = [...(view?.document.querySelectorAll<HTMLElement>('button.mono') ?? [])];
    return { days: checked?.labels?.[0]?.innerText, offers: offers.map(({ innerText }) => innerText) };
  });

test.for(cases)(
  'menu: $question stands at its field, beside all that is known',
  async (asked, { pushpin, simulator }) => {
    const { entry, message, question, filledIn } = asked;
    const { offered, ...fields } = filledIn;
    const page = await pushpin.openOptions();
    await pushpin.clickMenu(entry, { selectionText: message });
    await expectRealPopup(page, { text: sentence(question), message, ...fields });
    const offers = offered.map((each) => sentence('message_use', each));
    expect(await choices(page)).toEqual({ days: days[entry], offers });
    expect(pinCalls(simulator.received)).toEqual([]);
  },
);
