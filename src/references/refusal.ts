import { readChat } from './chat';

/**
 * Reasons why no message can be read from a text. Each has a sentence `question_<reason>` in `_locales`. `credential` is not
 * found here: only code that knows the providers and the accounts can recognize credentials.
 */
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

/** The patterns are tried in this order, and the first match gives the reason. */
const questionPatterns: readonly (readonly [TextQuestion, RegExp])[] = [
  ['cloud-id', /\bwamid\./],
  ['notification', /(?:true|false)_\S{1,200}_remove\b|(?:true|false)_[0-9a-f-]{36}_api\b/i],
  ['template', /[{[<](?!")[\w .-]{1,40}[}\]>]|\$\{|\{\{|%[sd]\b/],
  ['masked', /\*{3,}|[xX]{6,}|•{3,}/],
  ['elided', /[0-9A-Za-z_@](?:…|\.{3})/],
];

/** Returns why no message was found in a text, or null if nothing explains it. */
export function whyNothing(text: string): TextQuestion | null {
  const match = questionPatterns.find(([, pattern]) => pattern.test(text));
  if (match) return match[0];
  return readChat(text) ? 'chat-only' : null;
}
