import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchPushpin } from '../browser/support/launch.ts';
import { chooseFromNativeMenu, pressKeys, typeKeys } from '../browser/support/native-menu.ts';
import type { Pushpin } from '../browser/support/pushpin.ts';
import { realPopup } from '../browser/support/real-popup.ts';
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
  await options.getByRole('button', { name: 'Make default: Demo Periskope' }).click();
  log = await pushpin.context.newPage();
  await log.goto(`${simulator.url}/webhook-log`);
});

afterEach(async () => {
  pressKeys('Escape');
  await pushpin.forgetRequests();
  simulator.reset();
  // The popup would show a draft instead of the page's selection.
  await (await pushpin.worker()).evaluate(() => chrome.storage.session.clear());
});

afterAll(async () => {
  await pushpin.close();
  await simulator.close();
});

/** Positions in Pushpin's submenu, in the order of the entries in `src/background/triggers/menu.ts`. */
const pin = [1] as const;
const review = [4] as const;

const pinned = async () => (await simulator.waitFor(({ route }) => route === 'pin')).path;

test('native selection: a payload over many lines is read with its line breaks', async () => {
  const payload = log.locator('#payload-z-api-private');
  await chooseFromNativeMenu(log.locator('#z-api-private'), review, () => payload.selectText());
  const { message } = await realPopup(options, sentence('question_review'));
  expect(message).toBe((await payload.innerText()).trim());
  expect(message.split('\n').length).toBeGreaterThan(15);
});

test('native selection: cells of a table are read with their tabs and line breaks', async () => {
  const rows = log.locator('#sheet');
  await chooseFromNativeMenu(rows, review);
  const { message } = await realPopup(options, sentence('pin_many_button_other', '5'));
  expect(message).toContain('3EB0796DC6B777C0C7CD\t120363019502650977-group\tAssembleia, 19h\n');
});

test('native selection: the selected part of a text field is read', async () => {
  const notes = log.locator('#notes');
  await chooseFromNativeMenu(notes, pin, () =>
    notes.evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      field.setSelectionRange(0, field.value.indexOf('\n', 40));
    }),
  );
  expect(await pinned()).toContain('3EB01F4653BB9DD05E9859');
});

test('native selection: a whole text field is read where nothing in it is selected', async () => {
  const notes = log.locator('#notes');
  await chooseFromNativeMenu(notes, review, () =>
    notes.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0)),
  );
  const { message } = await realPopup(options, sentence('pin_many_button_other', '3'));
  expect(message).toBe(await notes.inputValue());
});

test('native selection: the address of a link is read', async () => {
  const link = log.locator('.top a');
  const href = '/inbox/false_919487126251%40c.us_3AC1D9E07B3F5A2864D0?from=board';
  await link.evaluate((anchor, path) => anchor.setAttribute('href', path), href);
  await chooseFromNativeMenu(link, pin, () => log.evaluate(() => getSelection()?.removeAllRanges()));
  expect(await pinned()).toContain('3AC1D9E07B3F5A2864D0');
});

test('native selection: the selection inside a frame is read', async () => {
  await chooseFromNativeMenu(log.frameLocator('#details').locator('#frame-key'), pin);
  expect(await pinned()).toContain('3AC1D9E07B3F5A2864D0');
});

test('native selection: Chrome still gives the selected text of a frame of another origin', async () => {
  const page = await pushpin.context.newPage();
  const show = (url: string, body: string) =>
    page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${body}` }));
  await show('http://outer.example/', '<iframe src="http://inner.example/" width="600"></iframe>');
  await show('http://inner.example/', '<pre>3AC1D9E07B3F5A2864D0\nof Tuesday</pre>');
  await page.goto('http://outer.example/');
  await chooseFromNativeMenu(page.frameLocator('iframe').locator('pre'), review);
  expect((await realPopup(options, sentence('latest_title'))).message).toBe('3AC1D9E07B3F5A2864D0 of Tuesday');
  await page.close();
});

test('native selection: the shortcut opens the popup, filled in with the selection of the page', async () => {
  await log.bringToFront();
  await log.locator('#key-group-own').click();
  await log.locator('#key-group-own').selectText();
  pressKeys('alt+shift+m');
  await expect
    .poll(async () => (await realPopup(options, sentence('latest_title'))).message)
    .toBe('true_120363297269676566@g.us_3EB0D27A6C41F85B039E72_918527184400@c.us');
});

test('native selection: a selection without a message does not fill the popup', async () => {
  await log.bringToFront();
  await log.locator('h1').click();
  await log.locator('h1').selectText();
  pressKeys('alt+shift+m');
  expect((await realPopup(options, sentence('latest_title'))).message).toBe('');
});

test('native omnibox: the address bar says what it understood, and Enter does it', async () => {
  await log.bringToFront();
  pressKeys('ctrl+l');
  typeKeys('pin ');
  typeKeys('true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95');
  pressKeys('Return');
  expect(await pinned()).toContain('3EB0F754E67BDF3178E76C680224FF7114E2CB95');
});
