import { type ReadonlySignal, signal } from '@preact/signals';
import { type OptionsView, viewOfHash } from './view-links';

/**
 * The current view of the options page, and the request that opened the page. Both come from the hash of its address.
 */
export interface OptionsLocation {
  view: ReadonlySignal<OptionsView>;
  /** The last hash that is more than the name of a view, see `openOptions`; empty for none. */
  request: ReadonlySignal<string>;
}

/** Follows the hash of the page: another request may come while the page is open. */
export function createOptionsLocation(): OptionsLocation {
  const view = signal<OptionsView>('accounts');
  const request = signal('');

  function read(): void {
    const { hash } = location;
    view.value = viewOfHash(hash);
    if (/^#(?:accounts|pins|settings)?$/.test(hash) || hash === '') return;
    request.value = '';
    request.value = hash;
    // The hash is reset, because a second request with the same hash would not change the address.
    if (/^#(?:edit|offer)/.test(hash)) history.replaceState(null, '', '#accounts');
  }

  read();
  addEventListener('hashchange', read);
  return { view, request };
}
