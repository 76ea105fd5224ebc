import { isNumberWithoutCountry } from './chat';
import type { Occurrence } from './free-text';
import { isNode, type Node } from './scan/node';

/** Columns of these names may also count rows, or name the sender. Only a phone number in them counts as the chat. */
const ambiguousKeys = new Set(['from', 'to', 'number']);

/**
 * Gives a message of a table the chat of its row, as it is written. A cell that is not a readable chat is kept too,
 * because the row names a chat and no default chat may be filled in.
 */
export function withChatOfRow(occurrence: Occurrence, row: Node): Occurrence {
  const { reference } = occurrence;
  if (reference.serialized !== null) return occurrence;
  if (reference.chat !== null) return { ...occurrence, reference: { ...reference, isChatWrittenByHand: true } };
  const [written] = row.entries.flatMap(({ key, value }) => {
    const text = isNode(value) || key.role !== 'chat' ? '' : value.text.trim();
    return text === '' || (ambiguousKeys.has(key.name) && !isNumberWithoutCountry(text)) ? [] : [text];
  });
  return written === undefined
    ? occurrence
    : { ...occurrence, reference: { ...reference, chat: written, isChatWrittenByHand: true } };
}
