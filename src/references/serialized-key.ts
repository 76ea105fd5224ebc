import type { Reference } from './reference';

const jid = String.raw`(?:status|\d{3,20}(?:-\d{5,15})?(?::\d{1,3})?)@(?:c\.us|s\.whatsapp\.net|g\.us|lid|broadcast|newsletter)`;
const id = '[0-9A-Za-z]{6,64}';

/**
 * `true_<chat>_<id>[_<author>]`. A key with a further part is not a message; a shortened or masked id does not match.
 */
const keyPattern = new RegExp(
  String.raw`(?<![0-9A-Za-z_])(true|false)_(${jid})_(${id})(?:_${jid})?(?![0-9A-Za-z_*…@]|\.{3})`,
  'g',
);

/**
 * Finds every serialized key in a text, in order. The `@` may be written as `%40`.
 * Source: docs/message-ids.md "Serialized key".
 */
export function findSerializedKeys(text: string): Reference[] {
  if (!text.includes('e_')) return [];
  const matches = text.replace(/%(?:25)*40/g, '@').matchAll(keyPattern);
  return [...matches].map(([serialized, fromMe, chat = '', messageId = '']) => ({
    messageId,
    chat,
    isChatWrittenByHand: false,
    fromMe: fromMe === 'true',
    serialized,
    form: 'serialized',
    accountHints: [],
    certain: true,
  }));
}
