import { browser } from './browser';

/** One entry of the context menu, for selected text. */
export interface MenuEntry {
  id: string;
  title: string;
  parent?: string;
}

/** Makes the menu anew; Chrome keeps it until the next installation or update. */
export async function createMenu(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, parent } of entries) {
    browser.contextMenus.create({ id, title, contexts: ['selection'], ...(parent ? { parentId: parent } : {}) });
  }
}

/** Calls `clicked` with the entry's id and the selected text. */
export function onMenuClick(clicked: (id: string, selection: string) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener((info) => void clicked(String(info.menuItemId), info.selectionText ?? ''));
}
