import type { MenuClick } from '../../platform/menus';
import { readActiveSelections, readAllSelections, readSelection } from '../../platform/selection';
import { readText } from '../../references';

const namesMessage = (text: string): boolean => readText(text).references.length > 0;

/**
 * Returns the text that a click in the context menu was about: the selection as it is on the page; otherwise the first of
 * the picture's address, the link's address and the field's text that names a message. The picture comes before the
 * link, which may lead to a gallery.
 */
export async function textOf({ selectionText, sourceUrl, linkUrl, isEditable, frame }: MenuClick): Promise<string> {
  const raw = frame && (selectionText || isEditable) ? await readSelection(frame, isEditable && !selectionText) : null;
  if (selectionText) return raw?.trim() ? raw : selectionText;
  // A `data:` address is the picture itself: it holds no id, and may have megabytes.
  const source = sourceUrl.startsWith('data:') ? '' : sourceUrl;
  const texts = [source, linkUrl, raw ?? ''].filter((text) => text.trim() !== '');
  return texts.find(namesMessage) ?? texts.at(-1) ?? '';
}

/** Returns the name of the site with that address: its host, or its scheme (`file:`) if it has none. */
export function siteOf(address: string): string {
  const url = URL.parse(address);
  return url?.host || url?.protocol || address;
}

/** Returns the selection of a tab: in the frame where it names a message, else in the first frame that has one. */
export async function textIn(tabId: number | null): Promise<string> {
  const texts = tabId === null ? [] : await readAllSelections(tabId);
  return texts.find(namesMessage) ?? texts[0] ?? '';
}

/** Returns the selection of the active tab if it names a message, or null. */
export async function pageText(): Promise<string | null> {
  return (await readActiveSelections()).find(namesMessage) ?? null;
}
