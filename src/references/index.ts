import { accountHints } from './account-hints';
import { classifyId, isUuid } from './bare-id';
import { chatsIn } from './chat';
import type { Occurrence } from './free-text';
import { maxTextLength } from './longest-text';
import { readLines } from './payload';
import { bareReference, type Reference } from './reference';
import { type TextQuestion, whyNothing } from './refusal';
import { scan } from './scan/scan';
import { isTableOfActions, readTable } from './table';
import { withChatOfRow } from './table-chat';
import { trimMarks } from './trim-marks';

export type { Alias } from './alias';
export { type Chat, isNumberWithoutCountry, readChat } from './chat';
export type { Reference } from './reference';
export { type TextQuestion, textQuestions } from './refusal';
export { spellOut } from './spell-out';

/**
 * Finds the messages that a text names, in reading order, without duplicates: by key in payloads, as whole keys, in
 * addresses, in tables with a header, and as bare ids. References with a possible form (`certain: false`) are returned
 * only if there are no certain ones. Pure, linear in the length of the text, and never throws.
 * Source: docs/message-ids.md.
 */
export function findReferences(input: string): Reference[] {
  const token = unwrap(input);
  if (isUuid(token)) return [bareReference(token, false, { form: 'uuid' })];
  if (token.length <= 40 && classifyId(token) === 'possible') return [bareReference(token, false)];

  // In a cell of a CSV file, the quotes of a payload are doubled.
  const text = input.includes('{""') ? input.replaceAll('""', '"') : input;
  const table = readTable(text);
  const inTable = table ? table.flatMap((row) => readLines([row]).map((each) => withChatOfRow(each, row))) : [];
  const occurrences = inTable.length > 0 ? inTable : readLines(scan(text));
  const references = merge(withHints(withChats(occurrences, text), text));
  const certain = references.filter((reference) => reference.certain);
  return certain.length > 0 ? certain : [...references];
}

/** Returns the ids of the messages whose chat is not known. */
export const chatless = (references: readonly Reference[]): string[] =>
  references.flatMap(({ messageId, chat }) => (chat === null ? [messageId] : []));

/** The result of reading a text for a gesture. */
export interface Reading {
  /** The messages that the user meant: those with a certain form, or a single possible one that is the whole text. */
  references: Reference[];
  /** Possible messages, which are only offered. */
  possible: Reference[];
  /** The reason why there is no message; null if the reason is unknown. */
  refusal: TextQuestion | null;
}

/** Reads a text that the user selected, typed or pasted. */
export function readText(text: string): Reading {
  if (text.length > maxTextLength) return { references: [], possible: [], refusal: 'too-long' };
  const references = findReferences(text);
  if (references.length > 0 && isTableOfActions(text)) {
    return { references: [], possible: [], refusal: 'table-of-actions' };
  }
  const isWholeText = references.length === 1 && references[0]?.messageId === unwrap(text);
  if (isWholeText || references.some(({ certain }) => certain)) return { references, possible: [], refusal: null };
  return { references: [], possible: references, refusal: whyNothing(text) };
}

/** Gives ids in running text the chat of their line or of the whole text, if exactly one chat is named there. */
function withChats(occurrences: readonly Occurrence[], text: string): Reference[] {
  const keyedIds = new Set(occurrences.flatMap(({ reference, isFree }) => (isFree ? [] : [reference.messageId])));
  const needsChat = ({ reference, isFree }: Occurrence): boolean =>
    isFree && reference.chat === null && !keyedIds.has(reference.messageId);
  const chatlessCount = occurrences.filter(needsChat).length;
  const chats = chatlessCount > 0 ? chatsIn(text) : [];
  const chatsOfLine = createLineChats(text);
  return [...occurrences]
    .sort((a, b) => a.offset - b.offset)
    .map((occurrence) => {
      const { reference, offset } = occurrence;
      if (chats.length === 0 || !needsChat(occurrence)) return reference;
      const candidates = chats.length === 1 ? chats : chatsOfLine(offset);
      if (candidates.length < 2) return { ...reference, chat: candidates[0] ?? null };
      // With one message and several chats, the user has to be asked which chat is meant.
      return chatlessCount === 1 ? { ...reference, certain: false } : reference;
    });
}

/**
 * Adds the account hints of the whole text, such as hints in a header or in the address of a command, to references
 * without any.
 */
function withHints(references: readonly Reference[], text: string): readonly Reference[] {
  const hintsOfText = references.some((reference) => reference.accountHints.length === 0) ? accountHints(text) : [];
  if (hintsOfText.length === 0) return references;
  return references.map((reference) =>
    reference.accountHints.length === 0 ? { ...reference, accountHints: hintsOfText } : reference,
  );
}

/**
 * Creates a function that returns the chats in the line at a position. The positions must not decrease, so that each line
 * is searched once: a page whose line breaks were lost is a single line with thousands of ids.
 */
function createLineChats(text: string): (offset: number) => string[] {
  let lineEnd = -1;
  let chats: string[] = [];
  return (offset) => {
    if (offset > lineEnd) {
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      const end = text.indexOf('\n', offset);
      lineEnd = end < 0 ? text.length : end;
      chats = chatsIn(text.slice(start, lineEnd));
    }
    return chats;
  };
}

/** Combines the references to the same message. The same id in two chats identifies two messages. */
function merge(references: readonly Reference[]): readonly Reference[] {
  if (new Set(references.map(({ messageId }) => messageId)).size === references.length) return references;
  const chatsById = new Map<string, Set<string | null>>();
  for (const { messageId, chat } of references) {
    chatsById.set(messageId, (chatsById.get(messageId) ?? new Set()).add(chat));
  }
  const merged = new Map<string, Reference>();
  for (const reference of references) {
    const chats = [...(chatsById.get(reference.messageId) ?? [])].filter((chat) => chat !== null);
    const key = `${reference.messageId} ${chats.length > 1 ? reference.chat : ''}`;
    const earlier = merged.get(key);
    merged.set(key, earlier ? combine(earlier, reference) : reference);
  }
  return [...merged.values()];
}

function combine(a: Reference, b: Reference): Reference {
  const [main, other] = a.serialized === null && b.serialized !== null ? [b, a] : [a, b];
  const aliases = [...(main.aliases ?? []), ...(other.aliases ?? [])];
  return {
    ...main,
    ...(aliases.length > 0 ? { aliases } : {}),
    chat: main.chat ?? other.chat,
    fromMe: main.fromMe ?? other.fromMe,
    certain: a.certain || b.certain,
  };
}

/** Quotes, brackets and punctuation that people copy together with an id. */
const wrapping = new Set('"\'`“”‘’<>()[]{},;. \t\r\n\u00a0');

const unwrap = (text: string): string => trimMarks(text, wrapping, wrapping);
