import type { MenuClick } from '../../platform/menus';
import { readActiveSelections, readAllSelections, readSelection } from '../../platform/selection';
import { readText } from '../../references';

const namesMessage = (text: string): boolean => readText(text).references.length > 0;

/**
 * What a click in the context menu was about: the selection as it stands on the page; else, of the picture's or
 * video's address, the link's and the clicked field, the first that names a message. The picture may be the message
 * itself where the link only leads to a gallery.
 */
export async function textOf({ selectionText, sourceUrl, linkUrl, isEditable, frame }: MenuClick): Promise<string> {
  const raw = frame && (selectionText || isEditable) ? await readSelection(frame, isEditable && !selectionText) : null;
  if (selectionText) return raw?.trim() ? raw : selectionText;
  // A picture that is its own address holds no id, and may be megabytes.
  const source = sourceUrl.startsWith('data:') ? '' : sourceUrl;
  const texts = [source, linkUrl, raw ?? ''].filter((text) => text.trim() !== '');
  return texts.find(namesMessage) ?? texts.at(-1) ?? '';
}

/** What people call the page of that address: its host, or what it is instead of a page with one (`file:`). */
export function siteOf(address: string): string {
  const url = URL.parse(address);
  return url?.host || url?.protocol || address;
}

/** What is selected in a tab: in the frame where it names a message, else in the first with a selection. */
export async function textIn(tabId: number | null): Promise<string> {
  const texts = tabId === null ? [] : await readAllSelections(tabId);
  return texts.find(namesMessage) ?? texts[0] ?? '';
}

/** What is selected in the tab in front, where it names a message. */
export async function pageText(): Promise<string | null> {
  return (await readActiveSelections()).find(namesMessage) ?? null;
}
