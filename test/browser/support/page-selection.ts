import type { Frame, Page } from 'playwright-core';
import type { Pushpin } from './pushpin.ts';

// Only a real click gives `activeTab` (test/native). Pushpin may read a page at a provider's own address without it.
const address = 'https://api.z-api.io/page';

/** Opens a page with that HTML as its body. */
export async function showPage({ context }: Pushpin, body: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${body}` }),
  );
  await page.goto(address);
  return page;
}

/** Chooses a menu entry on the selection of a frame. As in Chrome, line breaks and tabs of `selectionText` are spaces. */
export async function chooseOnSelection(pushpin: Pushpin, frame: Frame, menuItemId: string): Promise<void> {
  const page = frame.page();
  await page.bringToFront();
  const { text, editable } = await frame.evaluate(() => {
    const field = document.activeElement;
    const editable = field instanceof HTMLTextAreaElement;
    return { text: editable ? field.value : String(getSelection()), editable };
  });
  const selectionText = text.replace(/\s+/g, ' ').trim();
  const frameId = frame === page.mainFrame() ? 0 : await innerFrameId(pushpin);
  await pushpin.clickMenu(menuItemId, { selectionText, editable, frameId, pageUrl: page.url() });
}

/** Returns the extension API's id of the one frame inside the page in front. */
export async function innerFrameId(pushpin: Pushpin): Promise<number> {
  const worker = await pushpin.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab?.id ?? 0, allFrames: true };
    const frames = await chrome.scripting.executeScript({ target, func: () => null });
    return frames.find(({ frameId }) => frameId !== 0)?.frameId ?? 0;
  });
}

/** Returns the types of Pushpin's open pages: POPUP or TAB. */
export async function openPages(pushpin: Pushpin): Promise<string[]> {
  const worker = await pushpin.worker();
  const contexts = await worker.evaluate(() => chrome.runtime.getContexts({}));
  return contexts.map(({ contextType }) => contextType).filter((type) => type !== 'BACKGROUND');
}
