import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchPushpin } from '../browser/support/launch.ts';
import { chooseFromNativeMenu, pressKeys } from '../browser/support/native-menu.ts';
import type { Pushpin } from '../browser/support/pushpin.ts';
import { realPopup } from '../browser/support/real-popup.ts';
import { asSent, periskopeCall, pinCalls, zApiCall } from '../browser/support/requests.ts';
import { sentence } from '../browser/support/sentence.ts';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { addDemoAccounts } from '../start/demo.ts';

let simulator: Simulator;
let pushpin: Pushpin;
let options: Page;
let log: Page;

beforeAll(async () => {
  simulator = await startSimulator();
  pushpin = await launchPushpin(simulator, { headless: false });
  await addDemoAccounts(pushpin, simulator);
  options = await pushpin.openOptions();
  log = await pushpin.context.newPage();
  await log.goto(`${simulator.url}/webhook-log`);
});

afterEach(async () => {
  expect(simulator.violations()).toEqual([]);
  await pushpin.forgetRequests();
  simulator.reset();
});

afterAll(async () => {
  await pushpin.close();
  await simulator.close();
});

const pinEntry = [1] as const;
const pin = { messageAction: 'pin', pinMessageDuration: '7_days' } as const;
const own = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

/** Waits until that many calls are answered, and returns all calls that pin. */
async function answered(count: number) {
  const calls = () => pinCalls(simulator.received).filter(({ status }) => status !== null);
  await simulator.waitFor(() => calls().length === count);
  return pinCalls(simulator.received).map(asSent);
}

test('native menu: a Z-API webhook over several lines is pinned', async () => {
  const payload = log.locator('#payload-z-api-private');
  await chooseFromNativeMenu(log.locator('#z-api-private'), pinEntry, () => payload.selectText());
  expect(await answered(1)).toEqual([
    zApiCall({ phone: '5511987654321', messageId: '3EB0C431C26A1916E07E9A', ...pin }),
  ]);
});

test('native menu: a Periskope webhook is pinned', async () => {
  const payload = log.locator('#payload-periskope-private');
  await chooseFromNativeMenu(log.locator('#periskope-private'), pinEntry, () => payload.selectText());
  expect(await answered(1)).toEqual([periskopeCall(own, { pin: true, time: 7 })]);
});

test('native menu: a curl command is pinned', async () => {
  const command = log.locator('#payload-curl');
  await chooseFromNativeMenu(log.locator('#curl'), pinEntry, () => command.selectText());
  expect(await answered(1)).toEqual([
    zApiCall({ phone: '120363019502650977-group', messageId: '3EB0796DC6B777C0C7CD', ...pin }),
  ]);
});

test('native menu: text inside a text field is pinned', async () => {
  const notes = log.locator('#notes');
  await notes.fill(`Pin this:\n${await log.locator('#payload-periskope-private').innerText()}`);
  await chooseFromNativeMenu(notes, pinEntry);
  expect(await answered(1)).toEqual([periskopeCall(own, { pin: true, time: 7 })]);
});

test('native menu: text inside a frame is pinned', async () => {
  await chooseFromNativeMenu(log.frameLocator('#details').locator('#frame-payload'), pinEntry);
  expect(await answered(1)).toEqual([
    periskopeCall('false_919487126251@c.us_3AC1D9E07B3F5A2864D0', { pin: true, time: 7 }),
  ]);
});

test('native menu: a CSV of twelve rows is listed in the popup and pinned by one key', async () => {
  const table = log.locator('#export');
  const rows = (await table.innerText()).trim().split('\n').slice(1);
  await chooseFromNativeMenu(table, pinEntry);
  await realPopup(options, sentence('pin_many_button_other', '12'));
  pressKeys('Return');
  await realPopup(options, sentence('summary_accepted_other', '12', 'Demo Z-API and Demo Periskope'));
  const expected = rows.map((row) => {
    const [messageId = '', phone = '', account] = row.split(',');
    const atZApi = account === '5511999990000';
    return atZApi ? zApiCall({ phone, messageId, ...pin }) : periskopeCall(messageId, { pin: true, time: 7 });
  });
  const calls = await answered(12);
  expect(calls).toEqual(expect.arrayContaining(expected));
});
