import { browser, type Menus } from './browser';
import type { Frame } from './selection';

/** Where an entry is shown. https://developer.chrome.com/docs/extensions/reference/api/contextMenus#type-ContextType */
export type MenuContext = Extract<
  Menus.ContextType,
  'page' | 'selection' | 'link' | 'image' | 'video' | 'audio' | 'editable' | 'action'
>;

/** One entry of the context menu. */
export interface MenuEntry {
  id: string;
  title: string;
  contexts: readonly MenuContext[];
  /** The id of the entry that this one is listed under. */
  parent?: string;
}

/** A click on an entry. Texts and URLs are empty if the click was on nothing of their kind. */
export interface MenuClick {
  /** The id of the entry. */
  id: string;
  /** The selection; Chrome has replaced its line breaks and tabs by spaces. Source: docs/platform.md "Toolchain". */
  selectionText: string;
  /** The URL of an image, a video or an audio element. */
  sourceUrl: string;
  linkUrl: string;
  /** Whether the click was in a text field. */
  isEditable: boolean;
  /** The URL of the page or frame. */
  address: string;
  /** Null if the click was not on a page. */
  frame: Frame | null;
}

/** Replaces all entries of the menu. Chrome keeps them until the next installation or update. */
export async function createMenu(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts, parent } of entries) {
    browser.contextMenus.create({ id, title, contexts: [...contexts], ...(parent ? { parentId: parent } : {}) });
  }
}

/** Calls `onClicked` for every click on one of our entries. */
export function onMenuClick(onClicked: (click: MenuClick) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const { menuItemId, selectionText = '', srcUrl = '', linkUrl = '', editable, frameId = 0, pageUrl = '' } = info;
    void onClicked({
      id: String(menuItemId),
      selectionText,
      sourceUrl: srcUrl,
      linkUrl,
      isEditable: editable,
      address: info.frameUrl ?? pageUrl,
      frame: tab?.id === undefined ? null : { tabId: tab.id, frameId },
    });
  });
}
