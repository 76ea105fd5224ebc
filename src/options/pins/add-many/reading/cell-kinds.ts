import { findReferences, isNumberWithoutCountry, readChat } from '../../../../references';
import { classifyId } from '../../../../references/bare-id';
import { readActionWord, readHours } from '../../../../references/cell-words';
import { findSerializedKeys } from '../../../../references/serialized-key';
import type { ColumnRole } from './column-roles';

/** Recognizes the role of a column by its cells, for columns whose name does not give the role. */
export interface CellKind {
  role: ColumnRole;
  isIn(cell: string): boolean;
}

/** The kinds of cells, in the order in which roles are assigned to columns. */
export function cellKinds(accountNames: readonly string[]): readonly CellKind[] {
  const accounts = new Set(accountNames.map((name) => name.toLowerCase()));
  return [
    { role: 'message', isIn: hasMessage },
    { role: 'action', isIn: (cell) => readActionWord(cell) !== null },
    { role: 'duration', isIn: (cell) => readHours(cell) !== null },
    { role: 'account', isIn: (cell) => accounts.has(cell.toLowerCase()) },
    { role: 'chat', isIn: isChat },
  ];
}

/** Tells whether a cell names a message, also inside an address or among words. */
export const hasMessage = (cell: string): boolean =>
  classifyId(cell) !== null || findReferences(cell).some(({ certain }) => certain);

/** Tells whether a cell is one message id or message key and nothing else. */
export const isMessage = (cell: string): boolean =>
  classifyId(cell) !== null || findSerializedKeys(cell)[0]?.serialized === cell;

/** Tells whether a cell is a date, or a time in Unix seconds or ms. */
export const isDate = (cell: string): boolean =>
  /^\d{4}-\d{1,2}-\d{1,2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^1[5-9]\d{8}(?:\d{3})?$/.test(cell);

/**
 * Tells whether a cell names a chat. A plain number counts only if it has ten digits or more: prices and order numbers
 * are shorter.
 */
function isChat(cell: string): boolean {
  if (isDate(cell)) return false;
  const digits = readChat(cell)?.user ?? (isNumberWithoutCountry(cell) ? cell.replace(/\D/g, '') : '');
  return digits !== '' && (/[@+-]/.test(cell) || digits.length >= 10);
}

/** Tells whether a cell is one of the durations without its unit. */
export const isBareDuration = (cell: string): boolean => /^(?:1|7|30)$/.test(cell);
