import * as v from 'valibot';
import { browser } from './browser';
import { delay } from './clock';
import { type InPage, readInPage } from './selection-in-page';

/** Most that is read of a page, in UTF-16 units: 8 MB of plain text. */
const maxSelectionLength = 8 * 1024 * 1024;
/** A page that hangs, or shows an alert, never answers. In ms. */
const pageTimeoutMs = 1_500;
/** How long to wait before each further try, in ms: a page's own process may hear of `activeTab` after the click. */
const further = [20, 80];

const answer: v.GenericSchema<unknown, InPage> = v.object({ text: v.string(), current: v.boolean() });

/** Where in the browser something was pointed at. */
export interface Place {
  tabId: number;
  frameId: number;
}

/**
 * The selection of one frame with its line breaks and tabs, also inside a text field; empty where nothing is selected.
 * Null where Chrome does not let us look: no `activeTab`, a frame of another origin, a page of Chrome's own, the PDF
 * viewer, the Web Store. https://developer.chrome.com/docs/extensions/develop/concepts/activeTab
 * @param wholeField where nothing is selected, the whole of the field that has the focus
 */
export async function readSelection({ tabId, frameId }: Place, wholeField = false): Promise<string | null> {
  const [frame] = await read({ tabId, frameIds: [frameId] }, wholeField);
  return frame?.text ?? null;
}

/**
 * What is selected in the frame of a tab where the user was last; where that is nothing, in any of its frames, the page
 * itself first. Frames that Chrome does not let us read are left out.
 */
export async function readAllSelections(tabId: number): Promise<string[]> {
  const frames = await read({ tabId, allFrames: true }, false);
  const selected = frames.filter(({ text }) => text.trim() !== '');
  const current = selected.filter((frame) => frame.current);
  return (current.length > 0 ? current : selected).map(({ text }) => text);
}

/** The same for the tab that the user looks at. */
export async function readActiveSelections(): Promise<string[]> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? [] : readAllSelections(tab.id);
}

type Target = { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true };

async function read(target: Target, wholeField: boolean): Promise<InPage[]> {
  const late = new Promise<[]>((resolve) => setTimeout(() => resolve([]), pageTimeoutMs));
  return (await Promise.race([run(target, wholeField).catch(() => []), late])).flatMap(({ result }) => {
    const frame = v.safeParse(answer, result);
    return frame.success ? [frame.output] : [];
  });
}

async function run(target: Target, wholeField: boolean) {
  const look = () =>
    browser.scripting.executeScript({
      target,
      func: readInPage,
      args: [wholeField, maxSelectionLength],
      injectImmediately: true,
    });
  for (const wait of further) {
    try {
      return await look();
    } catch {
      await delay(wait);
    }
  }
  return look();
}
