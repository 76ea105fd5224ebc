import { classifyId } from './bare-id';
import type { Reference } from './reference';

/** Writes references with a certain form as a text, one per line, from which `readText` reads the same references. */
export const spellOut = (references: readonly Reference[]): string =>
  // `readText` takes a chat as written by hand only in a cell of a table.
  references.some(({ isChatWrittenByHand }) => isChatWrittenByHand)
    ? asTable(references)
    : references.map(asLine).join('\n');

/** Returns the parts of a reference under keys that `readText` knows. A whole key already holds chat and direction. */
function pairsOf({ messageId, chat, fromMe, serialized, form, accountHints }: Reference) {
  const optional = serialized === null ? { chat, fromMe } : {};
  const id = [form === 'uuid' ? 'queueId' : 'messageId', serialized ?? messageId] as const;
  const optionalPairs = Object.entries(optional).filter(([, value]) => value !== null);
  return [id, ...optionalPairs, ...accountHints.map((hint) => ['instanceId', hint] as const)] as const;
}

function asLine(reference: Reference): string {
  const [[idKey, id], ...optionalPairs] = pairsOf(reference);
  if (optionalPairs.length === 0 && (reference.serialized !== null || classifyId(id) === 'certain')) return id;
  const pairs = [[idKey, id] as const, ...optionalPairs];
  return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

/**
 * Writes references as a table. A key has as many columns as the largest number of values that a reference has for the
 * key.
 */
function asTable(references: readonly Reference[]): string {
  const rows = references.map(pairsOf);
  const columns = ['messageId', 'queueId', 'chat', 'fromMe', 'instanceId'].flatMap((name) => {
    const maxCount = Math.max(...rows.map((row) => row.filter(([key]) => key === name).length));
    return Array.from({ length: maxCount }, (_, index) => ({ name, index }));
  });
  const lines = rows.map((row) =>
    columns.map(({ name, index }) => `${row.filter(([key]) => key === name)[index]?.[1] ?? ''}`.replaceAll('\t', ' ')),
  );
  return [columns.map(({ name }) => name), ...lines].map((cells) => cells.join('\t')).join('\n');
}
