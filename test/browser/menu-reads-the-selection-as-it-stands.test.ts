import type { Page } from 'playwright-core';
import { addPeriskope } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { innerFrameId, showPage } from './support/page-selection.ts';
import type { MenuClick, Pushpin } from './support/pushpin.ts';
import { realPopup } from './support/real-popup.ts';
import { pinCalls } from './support/requests.ts';

const key = 'false_919487126251@c.us_3AC1D9E07B3F5A2864D0';
const other = 'true_919876543210@c.us_3EB05FC204C28E456D8596';

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

/** Returns the text in Message after Review in Pushpin…. */
async function review(pushpin: Pushpin, page: Page, click: MenuClick): Promise<string> {
  const extensionPage = await pushpin.openOptions();
  await page.bringToFront();
  await pushpin.clickMenu('review', click);
  return (await realPopup(extensionPage, 'Recent pins and unpins')).message;
}

test('menu: line breaks and cells of a selection are kept', async ({ pushpin }) => {
  const page = await showPage(pushpin, `<table><tr><td>id<td>chat<tr><td>${key}<td>Ana</table>`);
  await page.locator('table').selectText();
  expect(await review(pushpin, page, { selectionText: `id chat ${key} Ana` })).toBe(`id\tchat\n${key}\tAna`);
});

test('menu: the selected part of a text field is read', async ({ pushpin }) => {
  const page = await showPage(pushpin, `<textarea>first\n${key}\n${other}</textarea>`);
  await page.locator('textarea').evaluate((field: HTMLTextAreaElement, end) => {
    field.focus();
    field.setSelectionRange(0, end);
  }, 6 + key.length);
  expect(await review(pushpin, page, { selectionText: `first ${key}`, editable: true })).toBe(`first\n${key}`);
});

test('menu: the whole text field is read where nothing in it is selected', async ({ pushpin }) => {
  const page = await showPage(pushpin, `<input value=" ${key}, thanks ">`);
  await page.locator('input').click();
  expect(await review(pushpin, page, { editable: true })).toBe(`${key}, thanks`);
});

test('menu: the whole rich text field is read where nothing in it is selected', async ({ pushpin }) => {
  const page = await showPage(pushpin, `<div contenteditable><p>Pin this</p><p>${key}</p></div>`);
  await page.getByText('Pin this').click();
  expect((await review(pushpin, page, { editable: true })).split(/\n+/)).toEqual(['Pin this', key]);
});

test('menu: a password is never read', async ({ pushpin }) => {
  const page = await showPage(pushpin, `<input type="password" value="${key}">`);
  await page.locator('input').click();
  expect(await review(pushpin, page, { editable: true })).toBe('');
});

test('menu: the selection inside a frame is read', async ({ pushpin }) => {
  const page = await showPage(pushpin, `<p>${other}</p><iframe srcdoc="<pre>one\n${key}</pre>"></iframe>`);
  await page.frameLocator('iframe').locator('pre').selectText();
  const frameId = await innerFrameId(pushpin);
  expect(await review(pushpin, page, { selectionText: `one ${key}`, frameId })).toBe(`one\n${key}`);
});

test('menu: Chrome’s version of the selection is used where the page must not be read', async ({
  pushpin,
  simulator,
}) => {
  const page = await pushpin.context.newPage();
  await page.goto(simulator.url);
  expect(await review(pushpin, page, { selectionText: `one ${key}` })).toBe(`one ${key}`);
});

test('menu: a page that hangs does not keep the gesture waiting for long', async ({ pushpin, simulator }) => {
  const page = await showPage(pushpin, `<p>${other}</p>`);
  const hanging = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => alert('stay'), 0));
  await hanging;
  await pushpin.clickMenu('pin', { selectionText: key });
  await simulator.waitFor(({ route }) => route === 'pin');
  expect(pinCalls(simulator.received)[0]?.path).toContain('3AC1D9E07B3F5A2864D0');
});
