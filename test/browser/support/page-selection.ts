import type { Frame, Page } from 'playwright-core';
import type { Pushpin } from './pushpin.ts';

// Only a true click gives `activeTab` (test/native). At a provider's own address Pushpin may look without it.
const address = 'https://api.z-api.io/page';

/** Opens a page with that body. */
export async function showPage({ context }: Pushpin, body: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${body}` }),
  );
  await page.goto(address);
  return page;
}

/** Chooses an entry on what is selected in a frame, told as Chrome tells it: lines and tabs have become spaces. */
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

/** The one frame of the page in front that is not its own, as the extension API counts them. */
export async function innerFrameId(pushpin: Pushpin): Promise<number> {
  const worker = await pushpin.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab?.id ?? 0, allFrames: true };
    const frames = await chrome.scripting.executeScript({ target, func: () => null });
    return frames.find(({ frameId }) => frameId !== 0)?.frameId ?? 0;
  });
}

/** Where pages of Pushpin's own are open: in a popup, a tab or a window. */
export async function openPages(pushpin: Pushpin): Promise<string[]> {
  const worker = await pushpin.worker();
  const contexts = await worker.evaluate(() => chrome.runtime.getContexts({}));
  return contexts.map(({ contextType }) => contextType).filter((type) => type !== 'BACKGROUND');
}
