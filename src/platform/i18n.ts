import { browser } from './browser';

/** The text of a key in `_locales`, in the user's language. */
export const getMessage = (key: string, substitutions: readonly string[]): string =>
  browser.i18n.getMessage(key, [...substitutions]);

/** The language of the browser, as a BCP 47 tag. */
export const browserLanguage = (): string => browser.i18n.getUILanguage();
