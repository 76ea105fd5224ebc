import type { Page } from 'playwright-core';
import { untilAnswered } from '../browser/support/open-messages.ts';
import type { Pushpin } from '../browser/support/pushpin.ts';
import type { ReceivedRequest, Simulator } from '../simulator/index.ts';

const key = {
  private: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A',
  group: 'false_120363297269676566@g.us_3AD47E10B95C28F6A30E_919811122233@c.us',
};

/** The calls that have to arrive, in order. */
const expected = [
  { by: 'popup', provider: 'z-api', action: 'pin' },
  { by: 'popup', provider: 'z-api', action: 'unpin' },
  { by: 'popup', provider: 'periskope', action: 'pin' },
  { by: 'popup', provider: 'periskope', action: 'unpin' },
  { by: 'context menu', provider: 'z-api', action: 'pin' },
  { by: 'context menu', provider: 'z-api', action: 'unpin' },
  { by: 'context menu', provider: 'periskope', action: 'pin' },
  { by: 'context menu', provider: 'periskope', action: 'unpin' },
] as const;

const accounts = [
  { name: 'Demo Z-API', option: 'Demo Z-API (Z-API)', message: key.private },
  { name: 'Demo Periskope', option: 'Demo Periskope (Periskope)', message: key.group },
];

/** Pins and unpins by popup and context menu through both accounts, and prints what the providers received. */
export async function pinByItself(pushpin: Pushpin, simulator: Simulator): Promise<boolean> {
  const pinCalls = () => simulator.received.filter(({ route }) => route === 'pin');

  const popup = await pushpin.openPopup();
  await pushpin.screenshot(popup, 'start-popup-empty');
  for (const { option, message } of accounts) {
    await popup.getByLabel('Account').selectOption(option);
    await untilAnswered(popup);
    await popup.getByLabel('Message').fill(message);
    await popup.getByRole('radio', { name: '30 days' }).check();
    for (const action of ['Pin', 'Unpin']) await press(popup, action);
  }
  await pushpin.screenshot(popup, 'start-popup-accepted');
  await popup.close();

  const options = await pushpin.openOptions();
  for (const { name, message } of accounts) {
    await options.getByRole('button', { name: `Make default: ${name}` }).click();
    await options.getByRole('button', { name: `Remove as default: ${name}` }).waitFor();
    for (const entry of ['pin:7d', 'unpin']) {
      const before = pinCalls().length;
      await pushpin.clickMenu(entry, { selectionText: message });
      await simulator.waitFor((request) => request.status !== null && pinCalls().indexOf(request) === before);
    }
  }
  await pushpin.screenshot(options, 'start-options');
  const live = await pushpin.context.newPage();
  await live.goto(simulator.url);
  await pushpin.screenshot(live, 'start-simulator');
  return report(pinCalls(), simulator.violations());
}

async function press(popup: Page, action: string): Promise<void> {
  await untilAnswered(popup);
  await popup.getByRole('button', { name: action, exact: true }).click();
  await popup.getByRole('status').getByText('Accepted by').waitFor();
}

function report(calls: readonly ReceivedRequest[], violations: readonly ReceivedRequest[]): boolean {
  console.log('\nWhat the providers received:');
  for (const [index, { method, path, body, status }] of calls.entries()) {
    console.log(`  ${expected[index]?.by ?? '?'}: ${method} ${path} ${JSON.stringify(body)} → ${status}`);
  }
  const asExpected = expected.every(({ provider, action }, index) => {
    const call = calls[index];
    return call?.provider === provider && call.status !== null && call.status < 300 && actionOf(call.body) === action;
  });
  const well = asExpected && calls.length === expected.length && violations.length === 0;
  console.log(`\n${calls.length} of ${expected.length} calls, ${violations.length} violations of the documentation.`);
  console.log(well ? 'Everything happened. Pictures are in test/.output.' : 'Not everything happened as it should.');
  return well;
}

/** Returns the action of a body: Z-API names it, Periskope has true or false. */
function actionOf(body: unknown): string {
  const text = JSON.stringify(body);
  return text.includes('"messageAction":"pin"') || text.includes('"pin":true') ? 'pin' : 'unpin';
}
