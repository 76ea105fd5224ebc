import { hoursOfUnit, readActionWord, readHours } from '../../../../references/cell-words';
import { chatsIn, readChat } from '../../../../references/chat';
import { delimiters, findHeader, maxHeaderLine } from '../../../../references/table';
import { columnsOf } from './assign-columns';
import { hasMessage, isMessage } from './cell-kinds';
import { cellText, isInHours } from './cells';
import { columnMeaning, hoursOfColumn } from './column-meaning';
import type { ColumnRole, TableColumn } from './column-roles';
import { parseTable } from './parse-table';

/** A table: where its rows begin, and how they are read. */
export interface Table {
  delimiter: string;
  /** Lines above the first row. */
  skip: number;
  columns: readonly TableColumn[];
  /** Whether the user has chosen the roles. */
  isChosen: boolean;
  /** How many hours a number in the column of durations means; null: nobody says; `unclear`: days or hours. */
  hours: number | 'unclear' | null;
}

export interface HowToRead {
  /** The roles of the columns as the user chose them, null where a rival's is still open; null: as the table says. */
  roles: readonly (ColumnRole | null)[] | null;
  /** A column of these is one of accounts. */
  accountNames: readonly string[];
}

/** The table that a text is, by its beginning; null where it is none. @param isWhole whether that is all of it */
export function findTable(head: string, isWhole: boolean, { roles, accountNames }: HowToRead): Table | null {
  // What is cut off at its end is no row.
  const text = isWhole ? head : head.slice(0, head.lastIndexOf('\n') + 1);
  const header = findHeader(text.split('\n', maxHeaderLine), columnMeaning);
  const found = header ? belowHeader(text, header) : byContent(text);
  if (!found) return null;
  const { delimiter, skip, names, rows } = found;
  const width = header ? widthBelow(names.length, rows) : Math.max(names.length, ...rows.map((row) => row.length));
  const columns = columnsOf(
    Array.from({ length: width }, (_, place) => names[place] ?? ''),
    rows,
    accountNames,
  );
  const used = roles ? columns.map((column, place) => chosen(column, roles, place)) : columns;
  const duration = used.findIndex(({ role }) => role === 'duration');
  const isUnclear = rows.some((row) => isInHours(row[duration] ?? '') || row.some(isUnit));
  const hours = hoursOfColumn(used[duration]?.name ?? '') ?? (isUnclear ? 'unclear' : null);
  return { delimiter, skip, columns: used, isChosen: roles !== null, hours };
}

/** A column of its own says whether numbers are days or hours: `1`, `week`. A letter may say anything, such as yes. */
const isUnit = (cell: string): boolean => cell.trim().length > 1 && hoursOfUnit(cell) !== undefined;

/** Columns without a name count where most of several rows have them: in one or the other a cell was split. */
function widthBelow(named: number, rows: readonly (readonly string[])[]): number {
  const widths = rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1).sort((a, b) => a - b);
  return Math.max(named, widths.length < 3 ? 0 : (widths[Math.floor((widths.length - 1) / 2)] ?? 0));
}

/** What the user chose needs no second look, but where two columns were given the same role: the first has it. */
function chosen(column: TableColumn, roles: readonly (ColumnRole | null)[], place: number): TableColumn {
  const role = roles[place] === undefined ? 'unused' : roles[place];
  if (role === null) return column;
  const isSecond = role !== 'unused' && role !== 'sender' && role !== 'chat' && roles.indexOf(role) < place;
  return { ...column, role: isSecond ? 'unused' : role, isUnknown: isSecond, rivalFor: isSecond ? role : null };
}

interface Grid {
  delimiter: string;
  skip: number;
  names: readonly string[];
  /** Some of the first rows. */
  rows: readonly (readonly string[])[];
}

function belowHeader(
  text: string,
  { line, delimiter, names }: { line: number; delimiter: string; names: string[] },
): Grid {
  const below = text.split('\n').slice(line + 1);
  return { delimiter, skip: line + 1, names, rows: parseTable(below.join('\n'), delimiter) };
}

/**
 * A table whose column of messages no header names: all its lines are split alike, and one column has nothing but
 * messages. A list of ids is none, nor are sentences about them; but under a header that names accounts, actions or
 * durations, messages may stand in addresses or among words.
 */
function byContent(text: string): Grid | null {
  for (const delimiter of delimiters) {
    if (!text.includes(delimiter)) continue;
    const lines = parseTable(text, delimiter);
    const isIn = lines.slice(0, maxHeaderLine).some(namesSaying) ? hasMessage : isMessage;
    const first = lines.findIndex((row) => row.some((cell) => isIn(cellText(cell))));
    const column = (lines[first] ?? []).findIndex((cell) => isIn(cellText(cell)));
    const rows = lines.slice(first).filter((row) => row.some((cell) => cellText(cell) !== ''));
    if (column < 0 || !isTable(rows, column, isIn)) continue;
    const above = lines.slice(0, first).findLastIndex((row) => isHeader(row, lines[first]?.length ?? 0));
    // A header on several lines, or a title with a line end inside: lines are counted as they stand.
    const skip = above < 0 ? 0 : above + 1;
    if (skip > maxHeaderLine) continue;
    return { delimiter, skip, names: above < 0 ? [] : (lines[above] ?? []).map(cellText), rows };
  }
  return null;
}

function isTable(rows: readonly (readonly string[])[], column: number, isIn: (cell: string) => boolean): boolean {
  const messages = rows.filter((row) => isIn(cellText(row[column] ?? '')));
  const besides = rows.flatMap((row) => row.filter((_, place) => place !== column).map(cellText)).filter(Boolean);
  if (messages.length * 2 < rows.length || besides.length === 0) return false;
  if (besides.some((cell) => readActionWord(cell) !== null || readHours(cell) !== null)) return true;
  return !besides.some((cell) => isMessage(cell) || (chatsIn(cell).length > 0 && readChat(cell) === null));
}

/** A line that is a header, since it names a column of accounts, actions or durations. */
const namesSaying = (row: readonly string[]): boolean =>
  isHeader(row, row.length) &&
  row.some((cell) => /^(?:account|action|duration)$/.test(columnMeaning(cellText(cell)) ?? ''));

/** Names of columns: short words, as many as there are columns. */
function isHeader(row: readonly string[], width: number): boolean {
  const names = row.map(cellText).filter((cell) => cell !== '');
  const isKnown = names.some((name) => columnMeaning(name) !== null);
  if (row.length !== width || names.length < (isKnown ? 1 : 2)) return false;
  return names.every((name) => columnMeaning(name) !== null || (name.length <= 40 && !/\d{4}/.test(name)));
}
