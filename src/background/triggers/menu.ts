import type { MenuContext, MenuEntry } from '../../platform/menus';
import { type MessageKey, t } from '../../words/t';
import type { Gesture } from './gesture';

interface Entry {
  id: string;
  title: MessageKey;
  contexts?: readonly MenuContext[];
  parent?: string;
  gesture?: Gesture;
}

/** The id of the entry that takes its text from the clipboard. */
export const copiedEntry = 'pin-copied';

/** The contexts that have a text or an address which may name a message. */
const messageContexts: readonly MenuContext[] = ['selection', 'link', 'image', 'video', 'audio', 'editable'];

const gesture = (action: Gesture['action'], days: Gesture['days'] = null, review = false): Gesture => ({
  action,
  days,
  review,
});

const entries: readonly Entry[] = [
  { id: 'pin', title: 'menu_pin', gesture: gesture('pin') },
  { id: 'pin-for', title: 'menu_pin_for' },
  { id: 'pin:1d', title: 'days_1', parent: 'pin-for', gesture: gesture('pin', 1) },
  { id: 'pin:7d', title: 'days_7', parent: 'pin-for', gesture: gesture('pin', 7) },
  { id: 'pin:30d', title: 'days_30', parent: 'pin-for', gesture: gesture('pin', 30) },
  { id: 'unpin', title: 'menu_unpin', gesture: gesture('unpin') },
  { id: 'review', title: 'menu_review', gesture: gesture('pin', null, true) },
  // Shown where none of the other entries applies, and on the toolbar icon. A single entry has no submenu.
  { id: copiedEntry, title: 'menu_pin_copied', contexts: ['page', 'action'] },
];

/** Returns the entries of the context menu in the user's language. Chrome groups them under the extension's name. */
export const menuEntries = (): MenuEntry[] =>
  entries.map(({ id, title, contexts = messageContexts, parent }) => ({
    id,
    title: t(title),
    contexts,
    ...(parent ? { parent } : {}),
  }));

/** Returns the gesture of an entry, or undefined for an entry without one. */
export const gestureOf = (id: string): Gesture | undefined => entries.find((entry) => entry.id === id)?.gesture;
