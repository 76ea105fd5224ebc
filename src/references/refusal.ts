import { readChat } from './chat';

/** Why a text names no message, where that can be told. Each has a sentence in `_locales`. */
export const textQuestions = [
  'too-long',
  'table-of-actions',
  'credential',
  'cloud-id',
  'template',
  'masked',
  'elided',
  'notification',
  'chat-only',
] as const;
export type TextQuestion = (typeof textQuestions)[number];

const credentialHeader = /\bauthorization\s{0,3}:|\bbearer\s/i;

/** Tells whether a text has the header in which most APIs expect credentials. Providers know further signs. */
export const hasCredentialHeader = (text: string): boolean => credentialHeader.test(text);

/** In the order in which they are tried: the first that is there is the reason. */
const signs: readonly (readonly [TextQuestion, RegExp])[] = [
  ['credential', credentialHeader],
  ['cloud-id', /\bwamid\./],
  ['notification', /(?:true|false)_\S{1,200}_remove\b|(?:true|false)_[0-9a-f-]{36}_api\b/i],
  ['template', /[{[<](?!")[\w .-]{1,40}[}\]>]|\$\{|\{\{|%[sd]\b/],
  ['masked', /\*{3,}|[xX]{6,}|•{3,}/],
  ['elided', /[0-9A-Za-z_@](?:…|\.{3})/],
];

/** What stands in the way of reading a message out of a text in which none was found, or null. */
export function whyNothing(text: string): TextQuestion | null {
  const found = signs.find(([, sign]) => sign.test(text));
  if (found) return found[0];
  return readChat(text) ? 'chat-only' : null;
}
