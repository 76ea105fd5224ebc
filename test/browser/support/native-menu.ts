import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'playwright-core';

const xdotool = (...args: string[]) => execFileSync('xdotool', args, { encoding: 'utf8' });

// Every open menu is a top-level window of the display.
const windows = () => xdotool('search', '--onlyvisible', '--maxdepth', '1', '--name', '').trim().split('\n').length;

async function windowsBecome(count: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; windows() !== count; await sleep(20)) {
    if (Date.now() > end) return false;
  }
  return true;
}

async function untilWindows(count: number): Promise<void> {
  const met = await windowsBecome(count, 5_000);
  if (!met) throw new Error(`Expected ${count} windows on the display, there are ${windows()}`);
}

/** Opens Pushpin's submenu, the last entry but one. A menu that has just appeared may ignore the keys. */
async function openPushpinSubmenu(count: number): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    xdotool('key', 'End', 'Up', 'Right');
    if (await windowsBecome(count, 1_000)) return;
  }
  throw new Error("Pushpin's submenu does not open");
}

async function rightClick(element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error('The element to click is not on the page');
  const frame = await element.page().evaluate(() => ({
    x: window.screenX + (window.outerWidth - window.innerWidth) / 2,
    y: window.screenY + (window.outerHeight - window.innerHeight),
  }));
  const point = [frame.x + box.x + Math.min(box.width / 2, 40), frame.y + box.y + Math.min(box.height / 2, 8)];
  xdotool('mousemove', ...point.map((coordinate) => String(Math.round(coordinate))), 'click', '3');
}

/**
 * Selects an element's text, opens Chrome's own context menu on it and chooses an entry of Pushpin's, with the mouse
 * and the keys of the display: a real gesture, which gives `activeTab`. Needs a Chromium with a window, and xdotool.
 *
 * @param path the entry's position in Pushpin's submenu, from 1, and in each submenu below: `[2, 3]` is the
 * third entry under the second.
 * @param select makes another selection, which has to contain the element that is clicked
 */
export async function chooseFromNativeMenu(
  element: Locator,
  path: readonly [number, ...number[]],
  select = () => element.selectText(),
): Promise<void> {
  await element.page().bringToFront();
  await select();
  const before = windows();
  await rightClick(element);
  await untilWindows(before + 1);
  await openPushpinSubmenu(before + 2);
  for (const [depth, position] of path.entries()) {
    if (depth > 0) xdotool('key', 'Right');
    await untilWindows(before + 2 + depth);
    for (let step = 1; step < position; step += 1) xdotool('key', 'Down');
  }
  xdotool('key', 'Return');
  await untilWindows(before);
}

/** Chooses Pushpin's entry where nothing is selected: a single one, before View page source and Inspect. */
export async function chooseOnlyEntry(element: Locator): Promise<void> {
  await element.page().bringToFront();
  const before = windows();
  await rightClick(element);
  await untilWindows(before + 1);
  // A menu that has just appeared may ignore the keys.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    xdotool('key', 'End', 'Up', 'Up', 'Return');
    if (await windowsBecome(before, 1_000)) return;
  }
  throw new Error('The context menu does not close');
}

/** Presses keys on the display; the window with the focus receives them. */
export const pressKeys = (...keys: readonly string[]): void => void xdotool('key', ...keys);

/** Types a text on the display. */
export const typeKeys = (text: string): void => void xdotool('type', '--delay', '5', text);
