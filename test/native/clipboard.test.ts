import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchPushpin } from '../browser/support/launch.ts';
import { chooseOnlyEntry, pressKeys } from '../browser/support/native-menu.ts';
import type { Pushpin } from '../browser/support/pushpin.ts';
import { realPopup } from '../browser/support/real-popup.ts';
import { sentence } from '../browser/support/sentence.ts';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { addDemoAccounts } from '../start/demo.ts';

let simulator: Simulator;
let pushpin: Pushpin;
let log: Page;

beforeAll(async () => {
  simulator = await startSimulator();
  pushpin = await launchPushpin(simulator, { headless: false });
  await addDemoAccounts(pushpin, simulator);
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Demo Periskope' }).click();
  log = await pushpin.context.newPage();
  // The first test waits for new options: options that are open would be shown instead.
  const optionsPages = pushpin.context.pages().filter((page) => page.url().includes('/options/'));
  await Promise.all(optionsPages.map((page) => page.close()));
  await log.goto(`${simulator.url}/webhook-log`);
});

afterEach(async () => {
  pressKeys('Escape');
  await pushpin.forgetRequests();
  simulator.reset();
});

afterAll(async () => {
  await pushpin.close();
  await simulator.close();
});

/** Copies the text of an element by the keys, then removes the selection. */
async function copy(selector: string): Promise<void> {
  await log.bringToFront();
  await log.locator(selector).selectText();
  const copied = await log.evaluateHandle(() => ({
    done: new Promise<void>((resolve) => document.addEventListener('copy', () => resolve(), { once: true })),
  }));
  pressKeys('ctrl+c');
  await copied.evaluate(({ done }) => done);
  await log.evaluate(() => getSelection()?.removeAllRanges());
}

/**
 * Answers Chrome's own permission prompt with Allow, by the keys; the focus is on Deny first. The prompt ignores the keys
 * of its first half second, against clicks by mistake, and nothing shows when that is over: it is drawn inside the
 * browser's window, where neither the page nor the display's list of windows sees it. So this waits, and only here.
 */
async function allowInPrompt(options: Page): Promise<void> {
  const allowed = options.getByText(sentence('clipboard_allowed'));
  for (let attempt = 0; attempt < 5 && !(await allowed.isVisible()); attempt += 1) {
    await options.waitForTimeout(700);
    pressKeys('Tab', 'Return');
  }
  await allowed.waitFor();
}

const pinned = async () => (await simulator.waitFor(({ route }) => route === 'pin')).path;

test('clipboard: Pin copied message asks for the clipboard, with a reason, and goes on', async () => {
  await copy('#key-private-reply');
  const opened = pushpin.context.waitForEvent('page');
  await chooseOnlyEntry(log.locator('h1'));
  const options = await opened;
  await options.getByText(sentence('clipboard_text')).waitFor();
  await options.getByRole('button', { name: sentence('clipboard_allow') }).click();
  await allowInPrompt(options);
  const popup = await realPopup(options, sentence('accepted', 'Periskope'));
  expect(popup.message).toContain('3AC1D9E07B3F5A2864D0');
  expect(await pinned()).toContain('3AC1D9E07B3F5A2864D0');
});

test('clipboard: Pin copied message pins from any page once it may read', async () => {
  await copy('#key-community');
  await chooseOnlyEntry(log.locator('h1'));
  expect(await pinned()).toContain('3A53C6FC8ED48B9B2F10');
});

test('clipboard: Paste puts the copied text into Message, and sends nothing', async () => {
  await copy('#payload-z-api-private');
  const popup = await pushpin.openPopup();
  await popup.getByRole('button', { name: sentence('paste_button') }).click();
  await expect.poll(() => popup.getByLabel('Message').inputValue()).toContain('"instanceId": "');
  expect(simulator.received.filter(({ route }) => route === 'pin')).toEqual([]);
});
