import { type Days, durations } from '../../../../providers/contract/provider';
import { isNumberWithoutCountry, readChat } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';
import type { CellProblem, UnreadCells } from './row';

/** The value of a cell, or the problem for which the cell has none. Both are null for an empty cell. */
export type CellReading<T> = { value: T | null; problem: CellProblem | null };

const empty = { value: null, problem: null } as const;
const value = <T>(read: T): CellReading<T> => ({ value: read, problem: null });
const problem = (reason: CellProblem): CellReading<never> => ({ value: null, problem: reason });

/**
 * Removes the marks of spreadsheets and Markdown: `="0012"`, `'0012`, `**pin**`, `` `3EB0…` ``. A cell with nothing but
 * a dash becomes empty.
 */
export function cellText(cell: string): string {
  const text = cell
    .trim()
    .replace(/^=\s*"(.*)"$/s, '$1')
    .replace(/^[`*'\s\ufeff]+|[`*'\s]+$/g, '');
  return /^[-–—]+$/.test(text) ? '' : text;
}

/** Reads `true` in a column `pin` as `pin`, and `false` there as `pin: false`. Other values are returned unchanged. */
export function textUnderName(name: string, cell: string): string {
  if (readActionWord(name) === null || cellText(cell) === '' || readActionWord(cell) !== null) return cell;
  return /^true$/i.test(cellText(cell)) ? name : `${name}: ${cell}`;
}

/** Reads `pin` or `unpin`, in any supported language. */
export function readAction(cell: string): CellReading<'pin' | 'unpin'> {
  const text = cellText(cell);
  if (text === '') return empty;
  const action = readActionWord(text);
  return action ? value(action) : problem('action-unknown');
}

/**
 * Reads one of WhatsApp's three durations, in any unit. Other durations are a problem; they are never rounded.
 * @param hours the hours in the unit that the name of the column gives. Null if the name gives none: a number without a
 *   unit then counts as days, unless it could be hours. `unclear` if a number without a unit is always a problem.
 */
export function readDays(cell: string, hours: number | 'unclear' | null): CellReading<Days> {
  const text = cellText(cell);
  if (text === '') return empty;
  const withUnit = readHours(text);
  if (withUnit !== null) return daysOf(withUnit);
  const number = /^(\d{1,7})(?:[.,]0{1,3})?$/.exec(text)?.[1];
  if (number === undefined) return problem('days-unknown');
  if (typeof hours === 'number') return daysOf(Number(number) * hours);
  if (hours === 'unclear' || isDurationInHours(text)) return problem('days-unit');
  return daysOf(Number(number) * 24);
}

function daysOf(hours: number): CellReading<Days> {
  const days = durations.find((each) => Math.abs(each * 24 - hours) < 0.001);
  return days === undefined ? problem('days-unknown') : value(days);
}

/** Tells whether a cell is the number of hours of one of the durations. */
export const isDurationInHours = (cell: string): boolean => /^(?:24|168|720)(?:[.,]0{1,3})?$/.test(cellText(cell));

/** The reading of a cell, together with the text of the cell. */
export type WrittenCell<T> = CellReading<T> & { text: string };

/**
 * Compares a cell with the cells of other columns of the same meaning. A filled cell with another value is a problem.
 */
export function readWithRivals<T>(
  cell: WrittenCell<T>,
  rivals: readonly WrittenCell<T>[],
  conflict: CellProblem,
): WrittenCell<T> {
  const differs = rivals.some(
    (rival) => cellText(rival.text) !== '' && (rival.value === null || rival.value !== cell.value),
  );
  return differs && cell.problem === null ? conflictingCells(cell, rivals, conflict) : cell;
}

/** Returns the problem of cells that contradict each other, with the texts of all of them. */
export const conflictingCells = (
  cell: { text: string },
  rivals: readonly { text: string }[],
  conflict: CellProblem,
): WrittenCell<never> => ({
  ...problem(conflict),
  text: [cell, ...rivals].flatMap(({ text }) => (cellText(text) === '' ? [] : [text])).join(' / '),
});

/** Tells whether a spreadsheet has cut a long number: spreadsheets keep fifteen digits. */
export const hasLostDigits = (cell: string): boolean =>
  /^[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i.test(cellText(cell)) || /^\d{15,22}0{3}$/.test(cellText(cell));

/** Returns the chat of a cell as it is written, or the problem for which the cell names no chat. */
export function readChatCell(cell: string): CellReading<string> {
  const text = cellText(cell).replace(/^(\d{8,})[.,]0{1,2}$/, '$1');
  if (text === '') return empty;
  if (hasLostDigits(text)) return problem('chat-digits-lost');
  return readChat(text) || isNumberWithoutCountry(text) ? value(text) : problem('chat-unread');
}

/**
 * Tells whether a chat is a phone number that a person may have written without its country code; not a JID or group.
 */
export const mayLackCountry = (chat: string): boolean =>
  isNumberWithoutCountry(chat) || (!/[@%]/.test(chat) && readChat(chat)?.kind === 'person');

/** Cuts the text of a cell to the 80 characters that the screen shows. */
export const shorten = (cell: string): string => {
  const text = cell.trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** Returns those cells that have a problem, with their texts shortened. */
export function collectUnread(
  cells: { [Cell in keyof UnreadCells]: [text: string, problem: CellProblem | null] },
): UnreadCells {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([cell, [text, reason]]) =>
      reason ? [[cell, { problem: reason, text: shorten(text) }]] : [],
    ),
  );
}
