import { findReferences } from '../../../../references';
import { readActionWord } from '../../../../references/cell-words';
import { roleOf } from '../../../../references/keys';
import { collectUnread, mayLackCountry, readAction, readChatCell, readDays, shorten, textUnderName } from './cells';
import { columnMeaning, hoursOfColumn } from './column-meaning';
import type { Row } from './row';

type Fields = Readonly<Record<string, unknown>>;
/** The values that an object may have beside its message. */
type ValueKind = 'account' | 'action' | 'duration';

/**
 * Reads the rows of a piece of JSON: an array or lines of objects with an account, an action or a duration. Returns
 * null for anything else, which is to be read as a text.
 */
export function readObjectRows(piece: string, firstLine: number): Row[] | null {
  const objects = objectsIn(piece.trim());
  if (!objects?.some((object) => Object.keys(object).some(kindOfName))) return null;
  return objects.flatMap((object, index) => readObject(object, firstLine + index));
}

/** Returns the kind of value under a name; null for keys of payloads, which `findReferences` reads. */
function kindOfName(name: string): ValueKind | null {
  const meaning = roleOf(name).role === 'other' ? columnMeaning(name) : null;
  return meaning === 'account' || meaning === 'action' || meaning === 'duration' ? meaning : null;
}

/**
 * Returns the kind of an entry; null if the entry is empty, or if it is an account given as an object of the payload.
 */
function kindOfEntry(name: string, value: unknown): ValueKind | null {
  const kind = value === null || value === '' ? null : kindOfName(name);
  return kind === 'account' && typeof value === 'object' ? null : kind;
}

/**
 * Returns the entries of an object. In the body of an API call that gives the action as a flag, `time` is in days:
 * `{"pin": true, "time": 30}`.
 */
function entriesOf(object: Fields): [name: string, value: unknown][] {
  const entries = Object.entries(object);
  const isCall = entries.some(([name, value]) => readActionWord(name) !== null && typeof value === 'boolean');
  return isCall ? entries.map(([name, value]) => [name === 'time' ? 'days' : name, value]) : entries;
}

function readObject(object: Fields, lineNumber: number): Row[] {
  const entries = entriesOf(object);
  const textOf = (kind: ValueKind): string => {
    const values = entries.filter(([name, value]) => kindOfEntry(name, value) === kind);
    // Different values are joined, so that the cell cannot be read and becomes a problem.
    const texts = values.map(([name, value]) =>
      typeof value === 'object' ? JSON.stringify(value) : textUnderName(name, String(value)),
    );
    return [...new Set(texts)].join(' / ');
  };
  const text = JSON.stringify(Object.fromEntries(entries.filter(([name, value]) => !kindOfEntry(name, value))));
  const unit = entries.find(([name]) => kindOfName(name) === 'duration')?.[0] ?? '';
  const action = readAction(textOf('action'));
  const days = readDays(textOf('duration'), hoursOfColumn(unit));
  const references = findReferences(text);
  return (references.length > 0 ? references : [null]).map((reference) => {
    const chatText = reference?.chat === null ? chatIn(entries) : '';
    const chat = readChatCell(chatText);
    return {
      lineNumber,
      reference: reference && { ...reference, chat: reference.chat ?? chat.value },
      messageText: shorten(text),
      mayLackCountry: chat.value === null ? isFormatted(reference?.chat ?? null) : mayLackCountry(chat.value),
      account: textOf('account'),
      otherAccounts: [],
      action: action.value,
      days: days.value,
      unread: collectUnread({
        action: [textOf('action'), action.problem],
        duration: [textOf('duration'), days.problem],
        chat: [chatText, chat.problem],
      }),
    };
  });
}

/** Returns the chat under a name that payloads do not have, such as `celular`; empty if there is none. */
function chatIn(entries: readonly (readonly [name: string, value: unknown])[]): string {
  const [text] = entries.flatMap(([name, value]) => {
    const isChat = columnMeaning(name) === 'chat' && !/^(?:from|to)$/i.test(name);
    return isChat && (typeof value === 'string' || typeof value === 'number') && value !== '' ? [String(value)] : [];
  });
  return text ?? '';
}

/** Tells whether a person wrote a chat: programs write phone numbers without blanks and dashes. */
export const isFormatted = (chat: string | null): boolean =>
  chat !== null && mayLackCountry(chat) && /\D/.test(chat.trim());

/** Parses a piece of an array, whose brackets and commas at the ends may be incomplete, or lines of objects. */
function objectsIn(text: string): Fields[] | null {
  if (!/^\[?\s*,?\s*\{/.test(text)) return null;
  const inside = text.replace(/^\[?\s*,?/, '').replace(/,$/, '');
  const values =
    parseArray(`[${inside}]`) ?? parseArray(`[${inside}`) ?? parseArray(`[${inside.replace(/\r?\n/g, ',')}]`);
  return values?.every((value): value is Fields => typeof value === 'object' && value !== null) ? values : null;
}

function parseArray(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
