import { browser } from './browser';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** XML has no place for these, and an address bar neither. */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

/** A line as Chrome wants it, XML: anything else would show no line at all. */
export const toXml = (line: string): string =>
  line.replace(unprintable, ' ').replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/**
 * Answers the keyword in the address bar. https://developer.chrome.com/docs/extensions/reference/api/omnibox
 * @param lineOf says what is understood of a text, also of none, as a sentence
 * @param entered is called with the text that was typed
 */
export function onOmnibox(lineOf: (text: string) => Promise<string>, entered: (text: string) => Promise<void>): void {
  let last = '';
  // The line is one for all texts: a late one must not stand for what was typed since.
  const show = async (text: string): Promise<void> => {
    last = text;
    const description = toXml(await lineOf(text));
    if (text === last) browser.omnibox.setDefaultSuggestion({ description });
  };
  browser.omnibox.onInputStarted.addListener(() => void show(''));
  browser.omnibox.onInputChanged.addListener((text, suggest) => void show(text).then(() => suggest([])));
  browser.omnibox.onInputEntered.addListener((text) => void entered(text));
}
