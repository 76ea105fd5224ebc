import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../../setup/find-chromium.mjs';
import { clearDatabase } from './database.ts';
import { setHostAccess } from './host-access.ts';
import { countOpenMessages } from './open-messages.ts';
import type { Pushpin } from './pushpin.ts';
import { attachToWorker } from './running-worker.ts';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
const output = new URL('../../.output/', import.meta.url);

/** The server that receives the calls to the providers: its TLS port, and the hash of its certificate's key. */
export interface Destination {
  tlsPort: number;
  spki: string;
}

export interface LaunchOptions {
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /**
   * A folder for the profile, to start Chromium with it again later; by default a temporary one, which is removed on
   * close. Stored data survives. Chrome forgets the extension itself, so every start fires `onInstalled`, not `onStartup`.
   */
  profile?: string;
  /** More rules for `--host-resolver-rules`, such as `MAP crm.example:80 127.0.0.1:8080`. */
  hostRules?: string;
  /** The folder of the extension; the default is the build in dist/. */
  extension?: string;
  args?: string[];
}

async function launchChromium({ tlsPort, spki }: Destination, options: LaunchOptions): Promise<BrowserContext> {
  const { headless = true, colorScheme = 'light', profile = '', hostRules, args = [] } = options;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: `npm test` installs one or says how to.');
  const rules = ['api.z-api.io', 'api.periskope.app'].map((host) => `MAP ${host}:443 127.0.0.1:${tlsPort}`);
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    colorScheme,
    // With a window, the page has to fill it: with an emulated size its elements would not be where the screen shows them.
    ...(headless ? {} : { viewport: null }),
    chromiumSandbox: process.getuid?.() !== 0,
    // Tests find elements by their English names. Linux takes the language from here, Windows from --lang.
    env: { ...process.env, LANGUAGE: 'en-US' },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=${[...rules, ...(hostRules ? [hostRules] : [])].join(', ')}`,
      `--ignore-certificate-errors-spki-list=${spki}`,
      '--lang=en-US',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...args,
    ],
  });
}

/** Starts a Chromium with the unchanged build in dist/, or in another folder, and directs its calls to the simulator. */
export async function launchPushpin(simulator: Destination, options: LaunchOptions = {}): Promise<Pushpin> {
  const context = await launchChromium(simulator, options);
  return install(context, options.extension ?? dist).catch(async (error: unknown) => {
    await context.close();
    throw error;
  });
}

async function install(context: BrowserContext, extension: string): Promise<Pushpin> {
  await countOpenMessages(context);
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('This Chromium has no DevTools session of its own.');
  const [{ id }, welcome] = await Promise.all([
    // Not --load-extension, which Chrome has ignored since version 137:
    // https://groups.google.com/a/chromium.org/g/chromium-extensions/c/1-g8EFx2BBY
    browser.send('Extensions.loadUnpacked', { path: extension }),
    context.waitForEvent('page'),
  ]);
  const origin = `chrome-extension://${id}`;
  // A new installation ends with opening the options. Before that, a test would find it half done.
  await welcome.waitForURL(`${origin}/src/options/**`);
  const running = await attachToWorker(context, browser, origin);

  // A tab that begins at a page of the extension takes a third less of the processor than `newPage`, which first starts a
  // process for an empty page.
  const open = async (path: string, viewport?: { width: number; height: number }) => {
    const url = `${origin}/${path}`;
    const [page] = await Promise.all([
      context.waitForEvent('page', (opened) => opened.url().startsWith(url)),
      browser.send('Target.createTarget', { url }),
    ]);
    if (viewport) await page.setViewportSize(viewport);
    await page.waitForLoadState();
    return page;
  };

  // Playwright would wait for a stopped worker.
  const setOffline = async (offline: boolean) => {
    await running.start();
    await context.setOffline(offline);
  };

  return {
    context,
    extensionId: id,
    worker: () => running.start(),
    isWorkerRunning: () => running.isRunning(),
    stopWorker: () => running.stop(),
    openPopup: () => open('src/popup/index.html', { width: 380, height: 560 }),
    openOptions: () => open('src/options/index.html'),
    async clickMenu(menuItemId, click = {}) {
      const worker = await running.start();
      const page = { pageUrl: 'https://example.com/', editable: false, frameId: 0 };
      await worker.evaluate(
        async (info) => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          chrome.contextMenus.onClicked.dispatch(info, tab && { ...tab, url: info.pageUrl });
        },
        { menuItemId, ...page, ...click },
      );
    },
    async badge() {
      const worker = await running.start();
      return worker.evaluate(async () => ({
        text: await chrome.action.getBadgeText({}),
        title: await chrome.action.getTitle({}),
      }));
    },
    goOffline: () => setOffline(true),
    goOnline: () => setOffline(false),
    withdrawHostAccess: () => setHostAccess(context, id, 'ON_CLICK'),
    grantHostAccess: () => setHostAccess(context, id, 'ON_ALL_SITES'),
    async forgetRequests() {
      const worker = await running.start();
      await worker.evaluate(clearDatabase, true);
      // The worker remembers the latest requests.
      await running.stop();
      await running.start();
    },
    async beginAnew() {
      const worker = await running.start();
      await worker.evaluate(clearDatabase, false);
      await worker.evaluate(async () => {
        await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.alarms.clearAll()]);
        await Promise.all([chrome.action.setBadgeText({ text: '' }), chrome.action.setTitle({ title: '' })]);
      });
      await running.stop();
      await running.start();
    },
    async screenshot(page, name) {
      await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, output)) });
    },
    close: () => context.close(),
  };
}
