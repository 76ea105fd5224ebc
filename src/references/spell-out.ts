import { classifyId } from './bare-id';
import type { Reference } from './reference';

/** Writes references as a text that `readText` reads back as the same, one a line. They have to be certain. */
export const spellOut = (references: readonly Reference[]): string => references.map(spellOne).join('\n');

function spellOne({ messageId, chat, fromMe, participant, serialized, form, accountHints }: Reference): string {
  // A whole key holds its chat, its direction and its author.
  const beside = serialized === null ? { chat, fromMe, participant } : {};
  const known = [
    ...Object.entries(beside).filter(([, value]) => value !== null),
    ...accountHints.map((hint) => ['instanceId', hint] as const),
  ];
  const id = serialized ?? messageId;
  if (known.length === 0 && (serialized !== null || classifyId(id) === 'certain')) return id;
  const pairs = [[form === 'queue-id' ? 'queueId' : 'messageId', id] as const, ...known];
  return `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
}
