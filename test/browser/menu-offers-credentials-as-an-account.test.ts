import type { Page } from 'playwright-core';
import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseOnSelection, showPage } from './support/page-selection.ts';
import type { Pushpin } from './support/pushpin.ts';
import { realPopup } from './support/real-popup.ts';
import { sentence } from './support/sentence.ts';

const { instanceId, instanceToken, clientToken } = demoCredentials.zApi;
const address = `https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/send-text`;
const curl = `curl -X POST '${address}' \\
  -H 'Client-Token: ${clientToken}' \\
  -d '{"phone": "5511987654321", "message": "Oi"}'`;

const selections = [
  { what: 'a Z-API address', text: address, values: [instanceId, instanceToken, ''] },
  { what: 'a curl command', text: curl, values: [instanceId, instanceToken, clientToken] },
];

async function select(pushpin: Pushpin, text: string): Promise<void> {
  const page = await showPage(pushpin, `<pre>${text}</pre>`);
  await page.locator('pre').selectText();
  await chooseOnSelection(pushpin, page.mainFrame(), 'pin');
}

/** Returns everything that an open page of Pushpin shows or holds, without the values of password fields. */
const shownBy = (page: Page): Promise<string> =>
  page.evaluate(() =>
    chrome.extension
      .getViews()
      .flatMap(({ document: each, location }) => {
        const fields = each.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input');
        const values = [...fields].filter(({ type }) => type !== 'password').map(({ value }) => value);
        return [each.title, location.href, each.documentElement.outerHTML, ...values];
      })
      .join('\n'),
  );

async function expectNothingShown(pushpin: Pushpin, page: Page): Promise<void> {
  const shown = `${await shownBy(page)} ${JSON.stringify(await pushpin.badge())}`;
  expect([instanceToken, clientToken].filter((secret) => shown.includes(secret))).toEqual([]);
}

test.for(selections)(
  'menu: $what is offered as an account, its secrets are not shown, and nothing is sent',
  async ({ text, values }, { pushpin, simulator }) => {
    const opened = pushpin.context.waitForEvent('page', (page) => page.url().includes('/options/'));
    await select(pushpin, text);
    const options = await opened;
    await options.getByText(sentence('offer_note_page', 'api.z-api.io')).waitFor();
    await options.getByText(`Instance ID: ${instanceId}`).waitFor();
    const fields = ['Instance ID', 'Instance token', 'Client-Token'].map((label) => options.getByLabel(label));
    expect(await Promise.all(fields.map((field) => field.inputValue()))).toEqual(values);
    expect(await Promise.all(fields.map((field) => field.getAttribute('type')))).toEqual([
      'text',
      'password',
      'password',
    ]);
    await expectNothingShown(pushpin, options);
    expect(simulator.received).toEqual([]);
  },
);

test('menu: credentials that are an account already are not offered; the popup says that they are no message', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const before = simulator.received.length;
  const page = await pushpin.openOptions();
  await select(pushpin, curl);
  const popup = await realPopup(page, sentence('question_credential'));
  expect(popup).toMatchObject({ message: '', focus: 'Message' });
  await expectNothingShown(pushpin, page);
  expect(pushpin.context.pages().filter((each) => each.url().includes('#offer'))).toEqual([]);
  expect(simulator.received).toHaveLength(before);
});
