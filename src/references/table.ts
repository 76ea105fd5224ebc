import { readActionWord, readHours } from './cell-words';
import { type ColumnMeaning, columnMeaning, plainWords } from './column-names';
import { roleOf } from './keys';
import type { Node } from './scan';

export const delimiters = ['\t', ';', ',', '|'] as const;
/** A header stands at the top, under a title or two at most. */
export const maxHeaderLine = 20;
const maxHeaderLength = 2_000;

/** The names of a table's columns, as they are written. */
export interface TableHeader {
  /** From 0. */
  line: number;
  delimiter: string;
  names: string[];
}

/**
 * The header of a table: a line that names the column of the messages, at the beginning of a text.
 * @param meaningOf what names say; Add many knows more of them
 */
export function findHeader(lines: readonly string[], meaningOf = columnMeaning): TableHeader | null {
  for (const [line, text] of lines.slice(0, maxHeaderLine).entries()) {
    if (text.length > maxHeaderLength || /[{}=]|\d{8}/.test(text)) continue;
    for (const delimiter of delimiters) {
      if (!text.includes(delimiter)) continue;
      const names = splitRow(text, delimiter);
      if (namesMessages(names, meaningOf)) return { line, delimiter, names };
    }
  }
  return null;
}

/** A name that also means a text or anything else counts only beside another that is known. */
function namesMessages(names: readonly string[], meaningOf: typeof columnMeaning): boolean {
  const meanings = names.map(meaningOf);
  if (!meanings.includes('message')) return false;
  return names.some((name) => isIdName(name)) || meanings.some((meaning) => meaning !== null && meaning !== 'message');
}

const isIdName = (name: string): boolean => /^(?:messages?|id|queue)$/.test(roleOf(plainWords(name)).role);

/** The rows of a table with a header. Splitting is all that is needed here, where every page and the worker load it. */
export function readTable(text: string): Node[] | null {
  const lines = text.split('\n');
  const header = findHeader(lines);
  if (!header) return null;
  const keys = header.names.map(keyOfColumn);
  let at = 0;
  return lines.flatMap((line, index) => {
    const start = at;
    at += line.length + 1;
    if (index <= header.line) return [];
    const cells = splitRow(line, header.delimiter);
    const entries = keys.flatMap((key, column) => {
      const cell = cells[column];
      return key && cell ? [{ key, value: { text: cell, at: start + column, cut: false } }] : [];
    });
    return [{ entries, loose: [] }];
  });
}

/**
 * Whether a table says for each message what is to be done, or for how long: a gesture that says it for all must not
 * pass over that.
 */
export function isTableOfActions(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length === 1 && isFlatTable(text)) return true;
  const header = findHeader(lines);
  const said = (header?.names ?? []).map((name) => isCommand(columnMeaning(name)));
  const used = header ? [header.delimiter] : delimiters;
  return lines
    .slice(header ? header.line + 1 : 0)
    .some((line) =>
      used.some(
        (delimiter) =>
          line.includes(delimiter) &&
          splitRow(line, delimiter).some(
            (cell, column) =>
              (said[column] && /[^\s:-]/.test(cell)) || readActionWord(cell) !== null || readHours(cell) !== null,
          ),
      ),
    );
}

/** A table whose tabs and line ends have become blanks: so Chrome tells a selection that nobody may read again. */
function isFlatTable(text: string): boolean {
  const words = text.trim().split(/\s+/, 30);
  const names = words.slice(
    0,
    words.findIndex((word) => /\d|[:=]/.test(word)),
  );
  const meanings = names.map(columnMeaning);
  return meanings.includes('message') && meanings.some(isCommand);
}

const isCommand = (meaning: ColumnMeaning | null): boolean => meaning === 'action' || meaning === 'duration';

/** The key that a payload would have in the place of a column's name. */
function keyOfColumn(name: string): string {
  if (roleOf(name).role !== 'other') return name;
  const meaning = columnMeaning(name);
  return meaning === 'message' ? 'messageId' : meaning === 'chat' ? 'phone' : name;
}

/** The cells of one row, without quotes and the marks of Markdown and spreadsheets. */
function splitRow(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const char of row.trimEnd()) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell].map((text) => text.trim().replace(/^[=`*'\s\ufeff]+|[`*'\s]+$/g, ''));
}
