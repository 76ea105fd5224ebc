/** The one door to the browser's extension API: `browser` natively or, on older Chrome, by the polyfill. */

export type { Menus, Runtime } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
