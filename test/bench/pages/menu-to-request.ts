import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningWorker } from '../../browser/support/running-worker.ts';
import type { Simulator } from '../../simulator/index.ts';
import { atMost, type BenchRow } from '../bench-row.ts';
import { busyFor, prependToWorker } from '../change-build.ts';
import { measureInTurn } from '../measure-in-turn.ts';
import { startBenchBrowser } from './bench-browser.ts';
import { newMessageId, wholeKey } from './demo-message.ts';
import { expectOneClock, untilArrival } from './one-clock.ts';

/**
 * Chrome offers no way to click its own menu without a display. Instead, a page of a third extension sends a message, for
 * which Chrome starts the stopped worker as for any event, and this code passes the message on as the click.
 */
const menuByMessage = `chrome.runtime.onMessageExternal.addListener(({ info, tab }) => {
  chrome.contextMenus.onClicked.dispatch(info, tab);
});`;

/**
 * Copies an extension, adds `menuByMessage` to its worker, and lets it read the selection on this page, for which a real
 * click gives `activeTab`.
 */
async function copyWithMenu(source: string, target: string, page: string): Promise<void> {
  await cp(source, target, { recursive: true });
  await prependToWorker(target, menuByMessage);
  const file = join(target, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions.push(page);
  await writeFile(file, JSON.stringify(manifest));
}

interface Clicked {
  extensionId: string;
  worker: Pick<RunningWorker, 'stop'>;
}

/** Selects the whole key of a message on a page, stops a worker, and measures from the menu's event. */
async function clickMenu(
  { extensionId, worker }: Clicked,
  sender: Page,
  log: Page,
  simulator: Simulator,
): Promise<number> {
  const messageId = newMessageId();
  const selectionText = wholeKey(messageId);
  await log.evaluate((text) => {
    document.body.textContent = text;
    getSelection()?.selectAllChildren(document.body);
  }, selectionText);
  await worker.stop();
  const arrival = untilArrival(simulator, messageId);
  const info = { menuItemId: 'pin', selectionText, pageUrl: log.url(), editable: false, frameId: 0 };
  const sentAt = await sender.evaluate(
    async ({ id, info }) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const now = performance.timeOrigin + performance.now();
      void chrome.runtime.sendMessage(id, { info, tab }).catch(() => {});
      return now;
    },
    { id: extensionId, info },
  );
  return arrival.since(sentAt);
}

export const menuToRequest: BenchRow = {
  number: 3,
  work: 'Context menu until the request arrives, worker stopped',
  beside: 'an extension whose worker is a one-line `fetch`',
  async measure(builds) {
    const folder = await mkdtemp(join(tmpdir(), 'pushpin-bench-menu-'));
    const copies = { pushpin: join(folder, 'pushpin'), bare: join(folder, 'bare'), sender: join(folder, 'sender') };
    const page = 'http://localhost/*';
    await copyWithMenu(builds.pushpin, copies.pushpin, page);
    await copyWithMenu(builds.emptyExtension, copies.bare, page);
    await cp(builds.emptyExtension, copies.sender, { recursive: true });
    try {
      const { simulator, pushpin, load, close } = await startBenchBrowser(copies);
      try {
        const bare = await load(copies.bare);
        const sender = await (await load(copies.sender)).openPage('options.html');
        await expectOneClock(sender);
        const log = await pushpin.context.newPage();
        await log.goto(`${simulator.url}/webhook-log`);
        await log.bringToFront();
        const pushpinMenu = { extensionId: pushpin.extensionId, worker: { stop: pushpin.stopWorker } };
        const bareMenu = { extensionId: bare.id, worker: bare.worker };
        const pairs = await measureInTurn(
          () => clickMenu(pushpinMenu, sender, log, simulator),
          () => clickMenu(bareMenu, sender, log, simulator),
          { rounds: 25, discardedRounds: 3, pauseMs: 200 },
        );
        return [{ name: 'one message', unit: 'ms', limit: atMost(1.5), pairs }];
      } finally {
        await close();
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  slowDown: ({ pushpin }) => prependToWorker(pushpin, busyFor(200)),
};
