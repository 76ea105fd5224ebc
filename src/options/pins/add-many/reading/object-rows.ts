import { findReferences } from '../../../../references';
import { readActionWord } from '../../../../references/cell-words';
import { roleOf } from '../../../../references/keys';
import { isTypedChat, readAction, readChatCell, readDays, saidUnder, shortened, unreadCells } from './cells';
import { columnMeaning, hoursOfColumn } from './column-meaning';
import type { Row } from './row';

type Fields = Readonly<Record<string, unknown>>;
/** What an object says beside its message. */
type Saying = 'account' | 'action' | 'duration';

/**
 * The rows of a piece of JSON, an array or lines of objects, where these say an account, an action or a duration; null
 * for anything else, which is read as a text.
 */
export function readObjectRows(piece: string, first: number): Row[] | null {
  const objects = objectsIn(piece.trim());
  if (!objects?.some((object) => Object.keys(object).some(sayingOf))) return null;
  return objects.flatMap((object, index) => readObject(object, first + index));
}

/** Accounts that payloads name are read with the message. */
function sayingOf(name: string): Saying | null {
  const meaning = roleOf(name).role === 'other' ? columnMeaning(name) : null;
  return meaning === 'account' || meaning === 'action' || meaning === 'duration' ? meaning : null;
}

/** An account that is an object is a part of the payload. */
function saidBy(name: string, value: unknown): Saying | null {
  const saying = value === null || value === '' ? null : sayingOf(name);
  return saying === 'account' && typeof value === 'object' ? null : saying;
}

/** The body of a call to Periskope has its days under `time`: `{"pin": true, "time": 30}`. */
function entriesOf(object: Fields): [name: string, value: unknown][] {
  const entries = Object.entries(object);
  const isCall = entries.some(([name, value]) => readActionWord(name) !== null && typeof value === 'boolean');
  return isCall ? entries.map(([name, value]) => [name === 'time' ? 'days' : name, value]) : entries;
}

function readObject(object: Fields, line: number): Row[] {
  const entries = entriesOf(object);
  const said = (saying: Saying): string => {
    const values = entries.filter(([name, value]) => saidBy(name, value) === saying);
    // Two that contradict each other are none that can be read.
    const texts = values.map(([name, value]) =>
      typeof value === 'object' ? JSON.stringify(value) : saidUnder(name, String(value)),
    );
    return [...new Set(texts)].join(' / ');
  };
  const text = JSON.stringify(Object.fromEntries(entries.filter(([name, value]) => !saidBy(name, value))));
  const unit = entries.find(([name]) => sayingOf(name) === 'duration')?.[0] ?? '';
  const action = readAction(said('action'));
  const days = readDays(said('duration'), hoursOfColumn(unit));
  const found = findReferences(text);
  return (found.length > 0 ? found : [null]).map((reference) => {
    const written = reference?.chat === null ? chatIn(entries) : '';
    const chat = readChatCell(written);
    return {
      line,
      reference: reference && { ...reference, chat: reference.chat ?? chat.value },
      written: shortened(text),
      isTypedChat: chat.value === null ? isFormatted(reference?.chat ?? null) : isTypedChat(chat.value),
      account: said('account'),
      otherAccounts: [],
      action: action.value,
      days: days.value,
      unread: unreadCells({
        action: [said('action'), action.problem],
        duration: [said('duration'), days.problem],
        chat: [written, chat.problem],
      }),
    };
  });
}

/** The chat that a person wrote, where payloads have none: under `celular`, or as `(11) 98765-4321`. */
function chatIn(entries: readonly (readonly [name: string, value: unknown])[]): string {
  const [written] = entries.flatMap(([name, value]) => {
    const isChat = columnMeaning(name) === 'chat' && !/^(?:from|to)$/i.test(name);
    return isChat && (typeof value === 'string' || typeof value === 'number') && value !== '' ? [String(value)] : [];
  });
  return written ?? '';
}

/** Programs write numbers as digits: one with blanks or dashes was written by a person. */
export const isFormatted = (chat: string | null): boolean =>
  chat !== null && isTypedChat(chat) && /\D/.test(chat.trim());

/** A piece of an array begins and ends with what is left of its brackets and commas. */
function objectsIn(text: string): Fields[] | null {
  if (!/^\[?\s*,?\s*\{/.test(text)) return null;
  const inside = text.replace(/^\[?\s*,?/, '').replace(/,$/, '');
  const values = parsed(`[${inside}]`) ?? parsed(`[${inside}`) ?? parsed(`[${inside.replace(/\r?\n/g, ',')}]`);
  return values?.every((value): value is Fields => typeof value === 'object' && value !== null) ? values : null;
}

function parsed(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
