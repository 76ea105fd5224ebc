import { accountHints } from './account-hints';
import { classifyId, isQueueId } from './bare-id';
import { chatsIn } from './chat';
import { maxTextLength } from './longest-text';
import { type Found, readLines } from './payload';
import { bareReference, type Reference } from './reference';
import { type TextQuestion, whyNothing } from './refusal';
import { scan } from './scan';
import { isTableOfActions, readTable } from './table';
import { chatOfCells } from './table-chat';

export type { Alias } from './alias';
export { type Chat, isNumberWithoutCountry, readChat } from './chat';
export type { Reference } from './reference';
export { hasCredentialHeader, type TextQuestion, textQuestions } from './refusal';
export { spellOut } from './spell-out';

/**
 * The messages that a text names, in reading order, without duplicates: in payloads by key, as whole keys, in
 * addresses, in tables with a header, and as bare ids. What has only a possible form (`certain: false`) is given where
 * nothing is certain. Pure, linear in the text, and never throws. Source: docs/message-ids.md.
 */
export function findReferences(whole: string): Reference[] {
  const sole = unwrap(whole);
  if (isQueueId(sole)) return [bareReference(sole, false, { form: 'uuid' })];
  if (sole.length <= 40 && classifyId(sole) === 'possible') return [bareReference(sole, false)];

  // A payload in a cell of a CSV file.
  const text = whole.includes('{""') ? whole.replaceAll('""', '"') : whole;
  const table = readTable(text);
  const inTable = table ? table.flatMap((row) => readLines([row]).map((found) => chatOfCells(found, row))) : [];
  const found = inTable.length > 0 ? inTable : readLines(scan(text));
  const references = merge(withHints(withChats(found, text), text));
  const certain = references.filter((reference) => reference.certain);
  return certain.length > 0 ? certain : references;
}

/** The ids of the messages whose chat a text does not name. */
export const chatless = (references: readonly Reference[]): string[] =>
  references.flatMap(({ messageId, chat }) => (chat === null ? [messageId] : []));

/** A text as read for a gesture. */
export interface Reading {
  /** What the user meant by giving the whole text: what is certain, or one possible form that is all there is. */
  references: Reference[];
  /** What may be messages, only offered. */
  possible: Reference[];
  /** Why there is nothing, where that can be told. */
  refusal: TextQuestion | null;
}

/** Reads a text that the user selected, typed or pasted. */
export function readText(text: string): Reading {
  if (text.length > maxTextLength) return { references: [], possible: [], refusal: 'too-long' };
  const found = findReferences(text);
  if (found.length > 0 && isTableOfActions(text)) return { references: [], possible: [], refusal: 'table-of-actions' };
  const explicit = found.length === 1 && found[0]?.messageId === unwrap(text);
  if (explicit || found.some(({ certain }) => certain)) return { references: found, possible: [], refusal: null };
  return { references: [], possible: found, refusal: whyNothing(text) };
}

/** An id that stands free takes the chat of its line, or of the text, where exactly one stands there. */
function withChats(found: readonly Found[], text: string): Reference[] {
  const keyed = new Set(found.flatMap(({ reference, free }) => (free ? [] : [reference.messageId])));
  const lonely = found.filter(
    ({ reference, free }) => free && reference.chat === null && !keyed.has(reference.messageId),
  );
  const chats = lonely.length > 0 ? chatsIn(text) : [];
  return [...found]
    .sort((a, b) => a.at - b.at)
    .map(({ reference, at, free }) => {
      if (!free || reference.chat !== null || chats.length === 0 || keyed.has(reference.messageId)) return reference;
      const [chat = null, ...others] = chats.length === 1 ? chats : chatsIn(lineAt(text, at));
      if (others.length === 0) return { ...reference, chat };
      // One message and several chats: whichever is meant has to be asked.
      return lonely.length === 1 ? { ...reference, certain: false } : reference;
    });
}

/** Where no hint stands beside a message, those anywhere in the text count: headers, the address of a command. */
function withHints(references: readonly Reference[], text: string): Reference[] {
  const ofText = references.some(({ accountHints: own }) => own.length === 0) ? accountHints(text) : [];
  return references.map((reference) =>
    reference.accountHints.length === 0 ? { ...reference, accountHints: ofText } : reference,
  );
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? undefined : end);
}

/** One reference a message; the same id in another chat is another message. */
function merge(references: readonly Reference[]): Reference[] {
  const merged = new Map<string, Reference>();
  const chats = new Map<string, Set<string | null>>();
  for (const reference of references) {
    const known = chats.get(reference.messageId) ?? new Set();
    chats.set(reference.messageId, known.add(reference.chat));
  }
  for (const reference of references) {
    const all = [...(chats.get(reference.messageId) ?? [])].filter((chat) => chat !== null);
    const place = `${reference.messageId} ${all.length > 1 ? reference.chat : ''}`;
    const earlier = merged.get(place);
    merged.set(place, earlier ? combine(earlier, reference) : reference);
  }
  return [...merged.values()];
}

function combine(a: Reference, b: Reference): Reference {
  const [best, other] = a.serialized === null && b.serialized !== null ? [b, a] : [a, b];
  const aliases = [...(best.aliases ?? []), ...(other.aliases ?? [])];
  return {
    ...best,
    ...(aliases.length > 0 ? { aliases } : {}),
    chat: best.chat ?? other.chat,
    fromMe: best.fromMe ?? other.fromMe,
    certain: a.certain || b.certain,
  };
}

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
