import { findReferences, isNumberWithoutCountry, readChat } from '../../../../references';
import { classifyId } from '../../../../references/bare-id';
import { readActionWord, readHours } from '../../../../references/cell-words';
import { findSerializedKeys } from '../../../../references/serialized-key';
import type { ColumnRole } from './column-roles';

/** What a column can be told by: its cells, where its name does not say. */
export interface CellKind {
  role: ColumnRole;
  isIn(cell: string): boolean;
}

/** In the order in which columns are looked for. */
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

/** A cell that names a message, perhaps in an address or among words. */
export const hasMessage = (cell: string): boolean =>
  classifyId(cell) !== null || findReferences(cell).some(({ certain }) => certain);

/** A cell that is one message and nothing else. */
export const isMessage = (cell: string): boolean =>
  classifyId(cell) !== null || findSerializedKeys(cell)[0]?.serialized === cell;

/** A date, or a time in Unix seconds or ms. */
export const isDate = (cell: string): boolean =>
  /^\d{4}-\d{1,2}-\d{1,2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^1[5-9]\d{8}(?:\d{3})?$/.test(cell);

/** A number by itself is a chat only where it is long: prices and orders are numbers too. */
function isChat(cell: string): boolean {
  if (isDate(cell)) return false;
  const digits = readChat(cell)?.user ?? (isNumberWithoutCountry(cell) ? cell.replace(/\D/g, '') : '');
  return digits !== '' && (/[@+-]/.test(cell) || digits.length >= 10);
}

/** One of the durations without its unit. */
export const isBareDuration = (cell: string): boolean => /^(?:1|7|30)$/.test(cell);
