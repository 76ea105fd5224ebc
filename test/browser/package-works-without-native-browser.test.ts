import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { addDemoAccounts } from '../start/demo.ts';
import { launchPushpin } from './support/launch.ts';
import type { Pushpin } from './support/pushpin.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
/** A different message for each test, because the same request made twice in a row is one request. */
const keyOf = (digit: number): string => `true_5511987654321@c.us_3EB0C431C26A1916E07E9${digit}`;

let folder: string;
let simulator: Simulator;
let pushpin: Pushpin;

/** Copies the build and deletes `browser` before any of its scripts run, as in Chrome below 148, which has only `chrome`. */
async function buildWithoutNativeBrowser(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'pushpin-'));
  await cp(dist, copy, { recursive: true });
  await writeFile(join(copy, 'remove-browser.js'), 'delete globalThis.browser;');
  const prepend = async (path: string, pattern: RegExp, added: string) => {
    const text = await readFile(join(copy, path), 'utf8');
    await writeFile(
      join(copy, path),
      text.replace(pattern, (start) => start + added),
    );
  };
  await prepend('service-worker-loader.js', /^/, "import './remove-browser.js';\n");
  for (const page of ['popup', 'options']) {
    await prepend(`src/${page}/index.html`, /<head>/, '<script src="/remove-browser.js"></script>');
  }
  return copy;
}

beforeAll(async () => {
  folder = await buildWithoutNativeBrowser();
  simulator = await startSimulator();
  pushpin = await launchPushpin(simulator, { extension: folder });
  await addDemoAccounts(pushpin, simulator);
});

afterAll(async () => {
  await pushpin?.close();
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

const pinArrives = () => simulator.waitFor(({ route, status }) => route === 'pin' && status !== null);

test('package: worker and pages call Chrome through the polyfill', async () => {
  const throughPolyfill = () => {
    const { browser } = globalThis as { browser?: object };
    return browser !== undefined && browser !== chrome && Object.getPrototypeOf(browser) === chrome;
  };
  const popup = await pushpin.openPopup();
  expect(await popup.evaluate(throughPolyfill)).toBe(true);
  expect(await (await pushpin.worker()).evaluate(throughPolyfill)).toBe(true);
  await popup.close();
});

test('package: through the polyfill, the popup pins by messages to the worker', async () => {
  simulator.reset();
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Account').selectOption('Demo Z-API (Z-API)');
  await popup.getByLabel('Message').fill(keyOf(2));
  await popup.getByRole('button', { name: 'Pin', exact: true }).click();
  await popup.getByRole('status').getByText('Accepted by').waitFor();
  expect((await pinArrives()).method).toBe('POST');
  await popup.close();
});

test('package: through the polyfill, the menu exists and its entry pins and sets the badge', async () => {
  simulator.reset();
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Demo Z-API' }).click();
  await options.getByRole('button', { name: 'Remove as default: Demo Z-API' }).waitFor();
  const worker = await pushpin.worker();
  // Chrome rejects an update of an entry that does not exist.
  await worker.evaluate(() => chrome.contextMenus.update('pin', {}));
  await pushpin.clickMenu('pin', { selectionText: keyOf(3) });
  await pinArrives();
  await expect.poll(() => pushpin.badge()).toMatchObject({ text: '✓' });
  await options.close();
});

test('package: through the polyfill, a command reads the selection of the page and pins it', async () => {
  simulator.reset();
  const page = await pushpin.context.newPage();
  // On a provider's host Pushpin may read the page without `activeTab`, which only a real key press grants.
  const address = 'https://api.z-api.io/page';
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: `<p>${keyOf(4)}</p>` }));
  await page.goto(address);
  await page.locator('p').selectText();
  const worker = await pushpin.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('pin-selection', tab);
  });
  await pinArrives();
  await page.close();
});

test('package: through the polyfill, the address bar says what would be pinned', async () => {
  const worker = await pushpin.worker();
  const line = await worker.evaluate(
    (text) =>
      new Promise<string>((resolve) => {
        chrome.omnibox.setDefaultSuggestion = ({ description }) => resolve(description);
        chrome.omnibox.onInputChanged.dispatch(text, () => {});
      }),
    keyOf(5),
  );
  expect(line).toContain('3EB0C431C26A1916E07E95');
});

test('package: through the polyfill, a failed call sets an alarm', async () => {
  simulator.reset();
  simulator.misbehave({ kind: 'status', status: 503, on: { route: 'pin' } });
  await pushpin.clickMenu('pin', { selectionText: keyOf(6) });
  await pinArrives();
  const alarms = async () => (await pushpin.worker()).evaluate(() => chrome.alarms.getAll());
  await expect.poll(alarms).toHaveLength(1);
});
