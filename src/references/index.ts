import { classifyId, idToken, isQueueId } from './bare-id';
import { soleChat } from './chat';
import type { Reference } from './reference';
import { findSerializedKeys } from './serialized-key';

export { type Chat, readChat } from './chat';
export type { Reference } from './reference';

/** Quotes, brackets and stops that people take along with an id. */
const wrapping = new Set('"\'`“”‘’<>()[]{},;. \t\r\n\u00a0');

/** Not a pattern: one that ends in `+$` takes quadratic time on a long run of spaces. */
function unwrap(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && wrapping.has(text.charAt(start))) start += 1;
  while (end > start && wrapping.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const bare = (messageId: string, certain: boolean, chat: string | null): Reference => ({
  messageId,
  chat,
  fromMe: null,
  participant: null,
  serialized: null,
  form: isQueueId(messageId) ? 'queue-id' : 'bare',
  certain,
});

/**
 * The messages that a text names, in reading order, without duplicates. Never throws.
 * Serialized keys come first, then ids that are certain by their form, then possible ones (`certain: false`);
 * a bare id takes the chat of the text where exactly one stands in it. Source: MESSAGE-IDS.md.
 */
export function findReferences(text: string): Reference[] {
  const keys = findSerializedKeys(text);
  const sole = unwrap(text);
  if (isQueueId(sole)) return [bare(sole, false, null)];

  const inKeys = new Set(keys.map((key) => key.messageId));
  const tokens = [...text.matchAll(idToken)].map(([token]) => token).filter((token) => !inKeys.has(token));
  const chat = keys.length === 0 && tokens.length > 0 ? soleChat(text) : null;
  const ids = tokens.flatMap((token) => {
    const sure = classifyId(token);
    return sure ? [bare(token, sure === 'certain', chat)] : [];
  });
  const certain = ids.filter((reference) => reference.certain);
  return distinct([...keys, ...(keys.length > 0 || certain.length > 0 ? certain : ids)]);
}

/**
 * What the user meant by giving this whole text: the certain references, or one possible form that is all there is.
 * An empty list means: ask.
 */
export function intendedReferences(text: string): Reference[] {
  const found = findReferences(text);
  const certain = found.filter((reference) => reference.certain);
  if (certain.length > 0) return certain;
  return found.length === 1 && found[0]?.messageId === unwrap(text) ? found : [];
}

function distinct(references: Reference[]): Reference[] {
  const byKey = new Map(references.map((reference) => [reference.serialized ?? reference.messageId, reference]));
  return [...byKey.values()];
}
