import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchPushpin } from '../browser/support/launch.ts';
import { chooseFromNativeMenu } from '../browser/support/native-menu.ts';
import type { Pushpin } from '../browser/support/pushpin.ts';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { addDemoAccounts } from '../start/demo.ts';

let simulator: Simulator;
let pushpin: Pushpin;

beforeEach(async () => {
  simulator = await startSimulator();
  pushpin = await launchPushpin(simulator, { headless: false });
  await addDemoAccounts(pushpin, simulator);
});

afterEach(async () => {
  await pushpin.close();
  await simulator.close();
});

/** Reads the popup on the toolbar from another page of the extension, because Playwright does not see it as a page. */
const realPopup = (options: Page) =>
  options.evaluate(() => {
    const [popup] = chrome.extension.getViews({ type: 'popup' });
    const message = popup?.document.querySelector<HTMLTextAreaElement>('#message')?.value;
    return { message, focus: popup?.document.activeElement?.id };
  });

/** Positions in Pushpin's submenu, in the order of the entries in `src/background/triggers/menu.ts`. */
const pin = [1] as const;
const pinFor30Days = [2, 3] as const;

test('native menu: Pin message pins a whole key that is selected on a page', async () => {
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Demo Periskope' }).click();
  const log = await pushpin.context.newPage();
  await log.goto(`${simulator.url}/webhook-log`);

  await chooseFromNativeMenu(log.locator('#periskope-group'), pin);
  const first = await simulator.waitFor(({ route }) => route === 'pin');
  expect(first.body).toEqual({ pin: true, time: 7 });

  await pushpin.forgetRequests();
  simulator.reset();
  await chooseFromNativeMenu(log.locator('#periskope-group'), pinFor30Days);
  const second = await simulator.waitFor(({ route }) => route === 'pin');
  expect(second.body).toEqual({ pin: true, time: 30 });
  expect(simulator.violations()).toEqual([]);
});

test('native menu: a bare id without a chat opens the popup on the toolbar with the question', async () => {
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Demo Z-API' }).click();
  const log = await pushpin.context.newPage();
  await log.goto(`${simulator.url}/webhook-log`);

  await chooseFromNativeMenu(log.locator('#z-api-private-reply'), pin);
  await expect.poll(() => realPopup(options)).toEqual({ message: '3A5F1C9B7D2E4068AB13', focus: 'chat' });
  expect(simulator.received.filter(({ route }) => route === 'pin')).toEqual([]);
});
