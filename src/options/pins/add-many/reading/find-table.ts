import { hoursOfUnit, readActionWord, readHours } from '../../../../references/cell-words';
import { chatsIn, readChat } from '../../../../references/chat';
import { delimiters, findHeader, maxHeaderLine } from '../../../../references/table';
import { assignColumns } from './assign-columns';
import { hasMessage, isMessage } from './cell-kinds';
import { cellText, isDurationInHours } from './cells';
import { columnMeaning, hoursOfColumn } from './column-meaning';
import type { ColumnRole, TableColumn } from './column-roles';
import { parseTable } from './parse-table';

/** The layout of a table. */
export interface Table {
  delimiter: string;
  /** The number of lines above the first row. */
  skip: number;
  columns: readonly TableColumn[];
  /** Whether the user has chosen the roles of the columns. */
  isChosen: boolean;
  /** The number of hours that the number 1 stands for in the column of durations (see `readDays`). */
  hours: number | 'unclear' | null;
}

export interface ReadOptions {
  /**
   * The roles that the user chose, one for each column (null if still open). Null to use the roles that are found in
   * the table.
   */
  roles: readonly (ColumnRole | null)[] | null;
  /** The names of the accounts. A column whose cells have these names is used for the account. */
  accountNames: readonly string[];
}

/**
 * Finds the table at the beginning of a text; null if the text is not a table.
 * @param isWhole whether `head` is the whole text; if not, its last line is incomplete
 */
export function findTable(head: string, isWhole: boolean, { roles, accountNames }: ReadOptions): Table | null {
  const text = isWhole ? head : head.slice(0, head.lastIndexOf('\n') + 1);
  const header = findHeader(text.split('\n', maxHeaderLine), columnMeaning);
  const grid = header ? gridBelowHeader(text, header) : gridByContent(text);
  if (!grid) return null;
  const { delimiter, skip, names, rows } = grid;
  const width = header ? widthBelow(names.length, rows) : Math.max(names.length, ...rows.map((row) => row.length));
  const columns = assignColumns(
    Array.from({ length: width }, (_, index) => names[index] ?? ''),
    rows,
    accountNames,
  );
  const used = roles ? columns.map((column, index) => withChosenRole(column, roles, index)) : columns;
  const duration = used.findIndex(({ role }) => role === 'duration');
  const isUnclear = rows.some((row) => isDurationInHours(row[duration] ?? '') || row.some(isUnit));
  const hours = hoursOfColumn(used[duration]?.name ?? '') ?? (isUnclear ? 'unclear' : null);
  return { delimiter, skip, columns: used, isChosen: roles !== null, hours };
}

/** Tells whether a cell is the unit of durations in another column: `week` beside `1`. Single letters are no units. */
const isUnit = (cell: string): boolean => cell.trim().length > 1 && hoursOfUnit(cell) !== undefined;

/**
 * Returns the number of columns. A column without a name counts if at least half of the rows have a cell in it. If
 * fewer rows have one, the extra cells are parts of a cell that was split.
 */
function widthBelow(namedCount: number, rows: readonly (readonly string[])[]): number {
  const widths = rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1).sort((a, b) => a - b);
  return Math.max(namedCount, widths.length < 3 ? 0 : (widths[Math.floor((widths.length - 1) / 2)] ?? 0));
}

/** Gives a column the role that the user chose. If two columns have the same role, only the first one keeps it. */
function withChosenRole(column: TableColumn, roles: readonly (ColumnRole | null)[], index: number): TableColumn {
  const role = roles[index] === undefined ? 'unused' : roles[index];
  if (role === null) return column;
  const isSecond = role !== 'unused' && role !== 'sender' && role !== 'chat' && roles.indexOf(role) < index;
  return { ...column, role: isSecond ? 'unused' : role, isUnknown: isSecond, rivalFor: isSecond ? role : null };
}

interface Grid {
  delimiter: string;
  skip: number;
  names: readonly string[];
  /** The rows at the beginning of the text. */
  rows: readonly (readonly string[])[];
}

function gridBelowHeader(
  text: string,
  { line, delimiter, names }: { line: number; delimiter: string; names: string[] },
): Grid {
  const below = text.split('\n').slice(line + 1);
  return { delimiter, skip: line + 1, names, rows: parseTable(below.join('\n'), delimiter) };
}

/**
 * Finds a table whose header does not name the column of messages: lines of the same number of cells, with messages in
 * one column. Lists of ids and sentences about ids are not tables. Below a header that names an account, an action or a
 * duration, the messages may be inside addresses or among words.
 */
function gridByContent(text: string): Grid | null {
  for (const delimiter of delimiters) {
    if (!text.includes(delimiter)) continue;
    const lines = parseTable(text, delimiter);
    const isIn = lines.slice(0, maxHeaderLine).some(isInstructionHeader) ? hasMessage : isMessage;
    const firstRow = lines.findIndex((row) => row.some((cell) => isIn(cellText(cell))));
    const column = (lines[firstRow] ?? []).findIndex((cell) => isIn(cellText(cell)));
    const rows = lines.slice(firstRow).filter((row) => row.some((cell) => cellText(cell) !== ''));
    if (column < 0 || !isTable(rows, column, isIn)) continue;
    const headerIndex = lines.slice(0, firstRow).findLastIndex((row) => isHeader(row, lines[firstRow]?.length ?? 0));
    const skip = headerIndex + 1;
    if (skip > maxHeaderLine) continue;
    return { delimiter, skip, names: (lines[headerIndex] ?? []).map(cellText), rows };
  }
  return null;
}

function isTable(rows: readonly (readonly string[])[], column: number, isIn: (cell: string) => boolean): boolean {
  const messages = rows.filter((row) => isIn(cellText(row[column] ?? '')));
  const otherCells = rows.flatMap((row) => row.filter((_, index) => index !== column).map(cellText)).filter(Boolean);
  if (messages.length * 2 < rows.length || otherCells.length === 0) return false;
  if (otherCells.some((cell) => readActionWord(cell) !== null || readHours(cell) !== null)) return true;
  return !otherCells.some((cell) => isMessage(cell) || (chatsIn(cell).length > 0 && readChat(cell) === null));
}

/** Tells whether a line is a header that names a column of accounts, actions or durations. */
const isInstructionHeader = (row: readonly string[]): boolean =>
  isHeader(row, row.length) &&
  row.some((cell) => /^(?:account|action|duration)$/.test(columnMeaning(cellText(cell)) ?? ''));

/** Tells whether a line is a header: short names, as many as there are columns. */
function isHeader(row: readonly string[], width: number): boolean {
  const names = row.map(cellText).filter((cell) => cell !== '');
  const isKnown = names.some((name) => columnMeaning(name) !== null);
  if (row.length !== width || names.length < (isKnown ? 1 : 2)) return false;
  return names.every((name) => columnMeaning(name) !== null || (name.length <= 40 && !/\d{4}/.test(name)));
}
