/**
 * The browser's extension API with promises: Chrome's own `browser` since version 148, the polyfill's `browser` before. Only
 * `platform` uses it.
 */

export type { Menus, Runtime } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
