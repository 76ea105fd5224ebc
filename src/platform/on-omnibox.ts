import { browser } from './browser';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Characters that XML does not allow, and that an address bar does not show. */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

/** Writes a line as the XML that Chrome expects. Chrome shows no line at all if the XML has an error. */
export const toXml = (line: string): string =>
  line.replace(unprintable, ' ').replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/**
 * Answers what the user types after Pushpin's keyword in the address bar.
 * https://developer.chrome.com/docs/extensions/reference/api/omnibox
 * @param describe returns the sentence to show for a text, which is empty at first
 * @param onEntered is called with the text that the user entered
 */
export function onOmnibox(
  describe: (text: string) => Promise<string>,
  onEntered: (text: string) => Promise<void>,
): void {
  let latest = '';
  // Chrome shows one line at a time, so the line of an earlier text must not replace the line of the latest one.
  const show = async (text: string): Promise<void> => {
    latest = text;
    const description = toXml(await describe(text));
    if (text === latest) browser.omnibox.setDefaultSuggestion({ description });
  };
  browser.omnibox.onInputStarted.addListener(() => void show(''));
  browser.omnibox.onInputChanged.addListener((text, suggest) => void show(text).then(() => suggest([])));
  browser.omnibox.onInputEntered.addListener((text) => void onEntered(text));
}
