import * as v from 'valibot';
import { browser } from './browser';
import { delay } from './clock';
import { type FrameSelection, readSelectionInPage } from './selection-in-page';

/** The maximum length of the text that is read from a page, in UTF-16 units. */
const maxSelectionLength = 8 * 1024 * 1024;
/** The maximum time that a page may take to answer, in ms. A page that hangs or shows an alert never answers. */
const pageTimeoutMs = 1_500;
/** The delays before the second and third try: the process of the page may learn of `activeTab` after the click. */
const retryDelaysMs = [20, 80];

const frameSelectionSchema: v.GenericSchema<unknown, FrameSelection> = v.object({
  text: v.string(),
  isCurrent: v.boolean(),
});

/** One frame of a tab; the page itself is frame 0. */
export interface Frame {
  tabId: number;
  frameId: number;
}

/**
 * Returns the selection of one frame with its line breaks and tabs, also inside a text field; an empty text if nothing is
 * selected. Returns null if Chrome does not let us read the frame: without `activeTab`, in a frame of another origin, on
 * a page of Chrome's own, in the PDF viewer and in the Web Store.
 * https://developer.chrome.com/docs/extensions/develop/concepts/activeTab
 * @param isWholeField returns the whole content of the focused text field if nothing is selected
 */
export async function readSelection({ tabId, frameId }: Frame, isWholeField = false): Promise<string | null> {
  const [selection] = await readFrames({ tabId, frameIds: [frameId] }, isWholeField);
  return selection?.text ?? null;
}

/**
 * Returns the selection of the frame of a tab in which the user was last. If nothing is selected there, returns the
 * selections of all its frames, beginning with the page itself. Frames that Chrome does not let us read are left out.
 */
export async function readAllSelections(tabId: number): Promise<string[]> {
  const selections = await readFrames({ tabId, allFrames: true }, false);
  const filled = selections.filter(({ text }) => text.trim() !== '');
  const current = filled.filter(({ isCurrent }) => isCurrent);
  return (current.length > 0 ? current : filled).map(({ text }) => text);
}

/** Returns the same as `readAllSelections` for the active tab of the last used window. */
export async function readActiveSelections(): Promise<string[]> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? [] : readAllSelections(tab.id);
}

type Target = { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true };

async function readFrames(target: Target, isWholeField: boolean): Promise<FrameSelection[]> {
  const timeout = new Promise<[]>((resolve) => setTimeout(() => resolve([]), pageTimeoutMs));
  const answers = await Promise.race([injectReader(target, isWholeField).catch(() => []), timeout]);
  return answers.flatMap(({ result }) => {
    const selection = v.safeParse(frameSelectionSchema, result);
    return selection.success ? [selection.output] : [];
  });
}

async function injectReader(target: Target, isWholeField: boolean) {
  const inject = () =>
    browser.scripting.executeScript({
      target,
      func: readSelectionInPage,
      args: [isWholeField, maxSelectionLength],
      injectImmediately: true,
    });
  for (const delayMs of retryDelaysMs) {
    try {
      return await inject();
    } catch {
      await delay(delayMs);
    }
  }
  return inject();
}
