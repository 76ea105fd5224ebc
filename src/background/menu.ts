import type { MenuEntry } from '../platform/menus';
import { t } from '../platform/words';
import type { Gesture } from './gesture';

interface Entry {
  id: string;
  title: () => string;
  parent?: string;
  gesture?: Gesture;
}

const pinFor = (days: 1 | 7 | 30): Gesture => ({ action: 'pin', days, review: false });

const entries: readonly Entry[] = [
  { id: 'pin', title: () => t('menu_pin'), gesture: { action: 'pin', days: null, review: false } },
  { id: 'pin-for', title: () => t('menu_pin_for') },
  { id: 'pin:1d', title: () => t('days_1'), parent: 'pin-for', gesture: pinFor(1) },
  { id: 'pin:7d', title: () => t('days_7'), parent: 'pin-for', gesture: pinFor(7) },
  { id: 'pin:30d', title: () => t('days_30'), parent: 'pin-for', gesture: pinFor(30) },
  { id: 'unpin', title: () => t('menu_unpin'), gesture: { action: 'unpin', days: null, review: false } },
  { id: 'review', title: () => t('menu_review'), gesture: { action: 'pin', days: null, review: true } },
];

/** The context menu on selected text, in the user's language. Ids are those of DESIGN.md. */
export const menuEntries = (): MenuEntry[] =>
  entries.map(({ id, title, parent }) => ({ id, title: title(), ...(parent ? { parent } : {}) }));

/** What an entry wants, or undefined for one that only opens a submenu. */
export const gestureOf = (id: string): Gesture | undefined => entries.find((entry) => entry.id === id)?.gesture;
