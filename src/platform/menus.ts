import { browser, type Menus } from './browser';
import type { Place } from './selection';

/** Where an entry shows. https://developer.chrome.com/docs/extensions/reference/api/contextMenus#type-ContextType */
export type MenuContext = Extract<
  Menus.ContextType,
  'page' | 'selection' | 'link' | 'image' | 'video' | 'audio' | 'editable' | 'action'
>;

/** One entry of the context menu. */
export interface MenuEntry {
  id: string;
  title: string;
  contexts: readonly MenuContext[];
  parent?: string;
}

/** What Chrome tells about a click on an entry; empty where there is nothing of the kind. */
export interface MenuClick {
  id: string;
  /** Line breaks and tabs are spaces here: docs/platform.md. */
  selectionText: string;
  /** Of a picture, a video or a sound. */
  sourceUrl: string;
  linkUrl: string;
  editable: boolean;
  /** Of the page or frame that was clicked. */
  address: string;
  /** Null where the click was on no page. */
  place: Place | null;
}

/** Makes the menu anew; Chrome keeps it until the next installation or update. */
export async function createMenu(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts, parent } of entries) {
    browser.contextMenus.create({ id, title, contexts: [...contexts], ...(parent ? { parentId: parent } : {}) });
  }
}

/** Calls `clicked` for every click on one of our entries. */
export function onMenuClick(clicked: (click: MenuClick) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const { menuItemId, selectionText = '', srcUrl = '', linkUrl = '', editable, frameId = 0, pageUrl = '' } = info;
    void clicked({
      id: String(menuItemId),
      selectionText,
      sourceUrl: srcUrl,
      linkUrl,
      editable,
      address: info.frameUrl ?? pageUrl,
      place: tab?.id === undefined ? null : { tabId: tab.id, frameId },
    });
  });
}
