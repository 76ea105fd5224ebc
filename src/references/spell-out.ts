import { classifyId } from './bare-id';
import type { Reference } from './reference';

/** Writes references as a text that `readText` reads back as the same, one a line. They have to be certain. */
export const spellOut = (references: readonly Reference[]): string =>
  // What stood in a cell is read as people write it, and has to stand in one again.
  references.some(({ isChatWrittenByHand }) => isChatWrittenByHand)
    ? asTable(references)
    : references.map(spellOne).join('\n');

/** What a reference says, under keys that say so. A whole key holds its chat, its direction and its author. */
function factsOf({ messageId, chat, fromMe, serialized, form, accountHints }: Reference) {
  const beside = serialized === null ? { chat, fromMe } : {};
  const id = [form === 'uuid' ? 'queueId' : 'messageId', serialized ?? messageId] as const;
  const known = Object.entries(beside).filter(([, value]) => value !== null);
  return [id, ...known, ...accountHints.map((hint) => ['instanceId', hint] as const)] as const;
}

function spellOne(reference: Reference): string {
  const [[idKey, id], ...known] = factsOf(reference);
  if (known.length === 0 && (reference.serialized !== null || classifyId(id) === 'certain')) return id;
  const pairs = [[idKey, id] as const, ...known];
  return `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
}

function asTable(references: readonly Reference[]): string {
  const rows = references.map(factsOf);
  const columns = ['messageId', 'queueId', 'chat', 'fromMe', 'instanceId'].flatMap((name) => {
    const most = Math.max(...rows.map((row) => row.filter(([key]) => key === name).length));
    return Array.from({ length: most }, (_, index) => ({ name, index }));
  });
  const lines = rows.map((row) =>
    columns.map(({ name, index }) => `${row.filter(([key]) => key === name)[index]?.[1] ?? ''}`.replaceAll('\t', ' ')),
  );
  return [columns.map(({ name }) => name), ...lines].map((cells) => cells.join('\t')).join('\n');
}
