import type { Page } from 'playwright-core';
import { addPeriskope } from './accounts.ts';
import { expect, test } from './fixture.ts';
import type { MenuClick, Pushpin } from './pushpin.ts';
import { realPopup } from './real-popup.ts';
import { pinCalls } from './requests.ts';

// Only a true click gives `activeTab` (test/native). At a provider's own address Pushpin may look without it.
const address = 'https://api.z-api.io/page';
const key = 'false_919487126251@c.us_3AC1D9E07B3F5A2864D0';
const other = 'true_919876543210@c.us_3EB05FC204C28E456D8596';

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

async function show({ context }: Pushpin, body: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${body}` }),
  );
  await page.goto(address);
  return page;
}

/** What Message holds after Review in Pushpin…. */
async function review(pushpin: Pushpin, page: Page, click: MenuClick): Promise<string> {
  const extensionPage = await pushpin.openOptions();
  await page.bringToFront();
  await pushpin.clickMenu('review', click);
  return (await realPopup(extensionPage, 'Latest requests')).message;
}

/** The frame of the page that is not its own, as the extension API counts them. */
async function innerFrame(pushpin: Pushpin, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await pushpin.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab?.id ?? 0, allFrames: true };
    const frames = await chrome.scripting.executeScript({ target, func: () => null });
    return frames.find(({ frameId }) => frameId !== 0)?.frameId ?? 0;
  });
}

test('menu: lines and cells stay lines and cells', async ({ pushpin }) => {
  const page = await show(pushpin, `<table><tr><td>id<td>chat<tr><td>${key}<td>Ana</table>`);
  await page.locator('table').selectText();
  expect(await review(pushpin, page, { selectionText: `id chat ${key} Ana` })).toBe(`id\tchat\n${key}\tAna`);
});

test('menu: of a text field, the selected part', async ({ pushpin }) => {
  const page = await show(pushpin, `<textarea>first\n${key}\n${other}</textarea>`);
  await page.locator('textarea').evaluate((field: HTMLTextAreaElement, end) => {
    field.focus();
    field.setSelectionRange(0, end);
  }, 6 + key.length);
  expect(await review(pushpin, page, { selectionText: `first ${key}`, editable: true })).toBe(`first\n${key}`);
});

test('menu: of a text field where nothing is selected, all of it', async ({ pushpin }) => {
  const page = await show(pushpin, `<input value=" ${key}, thanks ">`);
  await page.locator('input').click();
  expect(await review(pushpin, page, { editable: true })).toBe(`${key}, thanks`);
});

test('menu: of a rich text field where nothing is selected, all of it', async ({ pushpin }) => {
  const page = await show(pushpin, `<div contenteditable><p>Pin this</p><p>${key}</p></div>`);
  await page.getByText('Pin this').click();
  expect((await review(pushpin, page, { editable: true })).split(/\n+/)).toEqual(['Pin this', key]);
});

test('menu: a password is never read', async ({ pushpin }) => {
  const page = await show(pushpin, `<input type="password" value="${key}">`);
  await page.locator('input').click();
  expect(await review(pushpin, page, { editable: true })).toBe('');
});

test('menu: in a frame, its own selection', async ({ pushpin }) => {
  const page = await show(pushpin, `<p>${other}</p><iframe srcdoc="<pre>one\n${key}</pre>"></iframe>`);
  await page.frameLocator('iframe').locator('pre').selectText();
  const frameId = await innerFrame(pushpin, page);
  expect(await review(pushpin, page, { selectionText: `one ${key}`, frameId })).toBe(`one\n${key}`);
});

test('menu: where Chrome does not let us look, its own version', async ({ pushpin, simulator }) => {
  const page = await pushpin.context.newPage();
  await page.goto(simulator.url);
  expect(await review(pushpin, page, { selectionText: `one ${key}` })).toBe(`one ${key}`);
});

test('menu: a page that hangs does not keep the gesture waiting for long', async ({ pushpin, simulator }) => {
  const page = await show(pushpin, `<p>${other}</p>`);
  const hanging = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => alert('stay'), 0));
  await hanging;
  await pushpin.clickMenu('pin', { selectionText: key });
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(pinCalls(simulator.received)[0]?.path).toContain('3AC1D9E07B3F5A2864D0');
});
