import { describe, expect, it, vi } from 'vitest';
import { gestureOf, menuEntries } from '../../../src/background/triggers/menu.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

// People, screen readers and tests rely on these ids, titles and their order.
const documented = [
  ['pin', 'Pin message', { action: 'pin', days: null, review: false }],
  ['pin-for', 'Pin for', undefined],
  ['pin:1d', '24 hours', { action: 'pin', days: 1, review: false }],
  ['pin:7d', '7 days', { action: 'pin', days: 7, review: false }],
  ['pin:30d', '30 days', { action: 'pin', days: 30, review: false }],
  ['unpin', 'Unpin message', { action: 'unpin', days: null, review: false }],
  ['review', 'Review in Pushpin…', { action: 'pin', days: null, review: true }],
  ['pin-copied', 'Pin copied message', undefined],
] as const;

describe('the context menu', () => {
  it('the context menu has the documented entries, in order', () =>
    expect(menuEntries().map(({ id, title }) => [id, title])).toEqual(documented.map(([id, title]) => [id, title])));

  it('the context menu has only the durations under "Pin for"', () =>
    expect(menuEntries().flatMap(({ id, parent }) => (parent ? [[parent, id]] : []))).toEqual([
      ['pin-for', 'pin:1d'],
      ['pin-for', 'pin:7d'],
      ['pin-for', 'pin:30d'],
    ]));

  it.each(documented)('the entry %s of the context menu does what its title says: %s', (id, _title, gesture) =>
    expect(gestureOf(id)).toEqual(gesture),
  );

  it('the context menu has no gesture for an unknown entry', () => expect(gestureOf('pin:14d')).toBeUndefined());
});
