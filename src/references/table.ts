import { readActionWord, readHours } from './cell-words';
import { type ColumnMeaning, columnMeaning, plainWords } from './column-names';
import { readKey, roleOf } from './keys';
import type { Node } from './scan/node';
import { trimMarks } from './trim-marks';

export const delimiters = ['\t', ';', ',', '|'] as const;
/** The number of lines in which a header is searched, because a title may be above the header. */
export const maxHeaderLine = 20;
/** The maximum length of a header line, in characters. */
const maxHeaderLength = 2_000;

/** The names of a table's columns, as they are written. */
export interface TableHeader {
  /** The index of the header's line, from 0. */
  line: number;
  delimiter: string;
  names: string[];
}

/**
 * Finds the header of a table: a line near the top that names the column of the messages.
 * @param meaningOf returns the meaning of a column name; Add many passes a function that knows more names
 */
export function findHeader(lines: readonly string[], meaningOf = columnMeaning): TableHeader | null {
  for (const [line, text] of lines.slice(0, maxHeaderLine).entries()) {
    if (text.length > maxHeaderLength || /[{}=]|\d{8}/.test(text)) continue;
    for (const delimiter of delimiters) {
      if (!text.includes(delimiter)) continue;
      const names = splitRow(text, delimiter);
      if (hasMessageColumn(names, meaningOf)) return { line, delimiter, names };
    }
  }
  return null;
}

/**
 * Returns whether a column of messages is among the names. A name such as `message` may also mean a text, so it counts
 * only beside another known column.
 */
function hasMessageColumn(names: readonly string[], meaningOf: typeof columnMeaning): boolean {
  const meanings = names.map(meaningOf);
  if (!meanings.includes('message')) return false;
  return names.some((name) => isIdName(name)) || meanings.some((meaning) => meaning !== null && meaning !== 'message');
}

const isIdName = (name: string): boolean => /^(?:messages?|id|uuid)$/.test(roleOf(plainWords(name)).role);

/**
 * Reads the rows of a table with a header, or returns null if there is none. Rows are only split at the delimiter:
 * every page and the worker load this module, and a CSV parser would make it larger.
 */
export function readTable(text: string): Node[] | null {
  const header = findHeader(text.split('\n', maxHeaderLine));
  if (!header) return null;
  const keys = header.names.map((name) => readKey(keyOfColumn(name)));
  let nextOffset = 0;
  return text.split('\n').flatMap((line, index) => {
    const lineOffset = nextOffset;
    nextOffset += line.length + 1;
    if (index <= header.line) return [];
    const cells = splitRow(line, header.delimiter);
    const entries = keys.flatMap((key, column) => {
      const cell = cells[column];
      return key?.name && cell ? [{ key, value: { text: cell, offset: lineOffset + column, isCut: false } }] : [];
    });
    return [{ entries, loose: [], keyCount: entries.length, mayNameMessage: true }];
  });
}

/**
 * Tells whether a table says for each message what to do with it, or for how long. A gesture that does the same with
 * every message must not ignore that.
 */
export function isTableOfActions(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length === 1 && isFlattenedTable(text)) return true;
  const header = findHeader(lines);
  const isCommandColumn = (header?.names ?? []).map((name) => isCommand(columnMeaning(name)));
  const possibleDelimiters = header ? [header.delimiter] : delimiters;
  return lines
    .slice(header ? header.line + 1 : 0)
    .some((line) =>
      possibleDelimiters.some(
        (delimiter) =>
          line.includes(delimiter) &&
          splitRow(line, delimiter).some(
            (cell, column) =>
              (isCommandColumn[column] && /[^\s:-]/.test(cell)) ||
              readActionWord(cell) !== null ||
              readHours(cell) !== null,
          ),
      ),
    );
}

/**
 * Recognizes a table whose tabs and line breaks became spaces. That is how Chrome reports a selection when the page
 * itself cannot be read.
 */
function isFlattenedTable(text: string): boolean {
  const words = text.trim().split(/\s+/, 30);
  const names = words.slice(
    0,
    words.findIndex((word) => /\d|[:=]/.test(word)),
  );
  const meanings = names.map(columnMeaning);
  return meanings.includes('message') && meanings.some(isCommand);
}

const isCommand = (meaning: ColumnMeaning | null): boolean => meaning === 'action' || meaning === 'duration';

/** Returns the key that a payload would use for a column's value. */
function keyOfColumn(name: string): string {
  if (roleOf(name).role !== 'other') return name;
  const meaning = columnMeaning(name);
  return meaning === 'message' ? 'messageId' : meaning === 'chat' ? 'phone' : name;
}

/** Marks of Markdown and spreadsheets around the text of a cell. */
const marksBefore = new Set("=`*' \t\u00a0\ufeff");
const marksAfter = new Set("`*' \t\u00a0");

/** Splits a row into its cells, without quotes and the marks of Markdown and spreadsheets. */
function splitRow(line: string, delimiter: string): string[] {
  // A wiki doubles the delimiter in a header: `||Message ID||Phone||`.
  const row = delimiter === '|' && line.startsWith('||') ? line.replaceAll('||', '|') : line;
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const char of row.trimEnd()) {
    if (char === '"') isQuoted = !isQuoted;
    else if (char === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell].map((text) => trimMarks(text.trim(), marksBefore, marksAfter));
}
