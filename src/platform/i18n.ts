import { browser } from './browser';

/** Returns the text of a key in `_locales`, in the user's language. */
export const getMessage = (key: string, substitutions: readonly string[]): string =>
  browser.i18n.getMessage(key, [...substitutions]);

/** Returns the language of the browser, as a BCP 47 tag. */
export const browserLanguage = (): string => browser.i18n.getUILanguage();
