import { isNumberWithoutCountry } from './chat';
import { plainKey, roleOf } from './keys';
import type { Found } from './payload';
import { isNode, type Node } from './scan';

/** Columns of these names count rows or name either end of a message: what is no number there says nothing. */
const vague = new Set(['from', 'to', 'number']);

/**
 * A message of a table with the chat of its row. What stands in the chat's cell is kept as it is written, also where it
 * is no chat: the row has said one, and another must not be filled in.
 */
export function chatOfCells(found: Found, row: Node): Found {
  const { reference } = found;
  if (reference.serialized !== null) return found;
  if (reference.chat !== null) return { ...found, reference: { ...reference, isChatWrittenByHand: true } };
  const [written] = row.entries.flatMap(({ key, value }) => {
    const text = isNode(value) || roleOf(key).role !== 'chat' ? '' : value.text.trim();
    return text === '' || (vague.has(plainKey(key)) && !isNumberWithoutCountry(text)) ? [] : [text];
  });
  return written === undefined
    ? found
    : { ...found, reference: { ...reference, chat: written, isChatWrittenByHand: true } };
}
