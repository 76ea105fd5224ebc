import { type Days, durations } from '../../../../providers/contract/provider';
import { isNumberWithoutCountry, readChat } from '../../../../references';
import { readActionWord, readHours } from '../../../../references/cell-words';
import type { CellProblem, UnreadCells } from './row';

/** What a cell says: a value, nothing, or a problem. */
export type CellReading<T> = { value: T | null; problem: CellProblem | null };

const empty = { value: null, problem: null } as const;
const value = <T>(read: T): CellReading<T> => ({ value: read, problem: null });
const problem = (found: CellProblem): CellReading<never> => ({ value: null, problem: found });

/** Text without the marks of spreadsheets and Markdown: `="0012"`, `'0012`, `**pin**`, `` `3EB0…` ``; a dash alone is nothing. */
export function cellText(cell: string): string {
  const text = cell
    .trim()
    .replace(/^=\s*"(.*)"$/s, '$1')
    .replace(/^[`*'\s\ufeff]+|[`*'\s]+$/g, '');
  return /^[-–—]+$/.test(text) ? '' : text;
}

/** What a value says under its name: `true` under `pin` says the name itself; under any other it is as it is. */
export function saidUnder(name: string, value: string): string {
  if (readActionWord(name) === null || cellText(value) === '' || readActionWord(value) !== null) return value;
  return /^true$/i.test(cellText(value)) ? name : `${name}: ${value}`;
}

/** `pin` or `unpin`, in any language. */
export function readAction(cell: string): CellReading<'pin' | 'unpin'> {
  const text = cellText(cell);
  if (text === '') return empty;
  const action = readActionWord(text);
  return action ? value(action) : problem('action-unknown');
}

/**
 * One of WhatsApp's three durations, in any unit; another one is not rounded.
 * @param hours how many a number without a unit means, by the name of its column; null: it is one where it can be nothing
 *   but days; `unclear`: it is none
 */
export function readDays(cell: string, hours: number | 'unclear' | null): CellReading<Days> {
  const text = cellText(cell);
  if (text === '') return empty;
  const named = readHours(text);
  if (named !== null) return daysOf(named);
  const number = /^(\d{1,7})(?:[.,]0{1,3})?$/.exec(text)?.[1];
  if (number === undefined) return problem('days-unknown');
  if (typeof hours === 'number') return daysOf(Number(number) * hours);
  const inHours = isInHours(text);
  if (hours === 'unclear' || inHours) return problem('days-unit');
  return daysOf(Number(number) * 24);
}

function daysOf(hours: number): CellReading<Days> {
  const days = durations.find((each) => Math.abs(each * 24 - hours) < 0.001);
  return days === undefined ? problem('days-unknown') : value(days);
}

/** A number that is one of the durations in hours. */
export const isInHours = (cell: string): boolean => /^(?:24|168|720)(?:[.,]0{1,3})?$/.test(cellText(cell));

/** A cell's words, and what they mean. */
export type SaidCell<T> = CellReading<T> & { said: string };

/** A cell beside those of other columns for the same: a problem where these are not empty and do not mean what it means. */
export function readBeside<T>(cell: SaidCell<T>, others: readonly SaidCell<T>[], differ: CellProblem): SaidCell<T> {
  const isOther = others.some(({ said, value }) => cellText(said) !== '' && (value === null || value !== cell.value));
  return isOther && cell.problem === null ? differing(cell, others, differ) : cell;
}

/** A cell and others that contradict it, which together cannot be read. */
export const differing = (cell: { said: string }, others: readonly { said: string }[], differ: CellProblem) => ({
  ...problem(differ),
  said: [cell, ...others].flatMap(({ said }) => (cellText(said) === '' ? [] : [said])).join(' / '),
});

/** A number of a spreadsheet that has lost its last digits. Numbers have fifteen there. */
export const hasLostDigits = (cell: string): boolean =>
  /^[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i.test(cellText(cell)) || /^\d{15,22}0{3}$/.test(cellText(cell));

/** The chat in a cell, as it is written there; a problem where that is none. */
export function readChatCell(cell: string): CellReading<string> {
  const text = cellText(cell).replace(/^(\d{8,})[.,]0{1,2}$/, '$1');
  if (text === '') return empty;
  if (hasLostDigits(text)) return problem('chat-digits-lost');
  return readChat(text) || isNumberWithoutCountry(text) ? value(text) : problem('chat-unread');
}

/** Whether a chat is a number that people may have written, and not a JID or a group. */
export const isTypedChat = (chat: string): boolean =>
  isNumberWithoutCountry(chat) || (!/[@%]/.test(chat) && readChat(chat)?.kind === 'person');

/** So much is shown of a cell. */
export const shortened = (cell: string): string => {
  const text = cell.trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** Those of the cells that cannot be read. */
export function unreadCells(
  cells: { [Cell in keyof UnreadCells]: [said: string, problem: CellProblem | null] },
): UnreadCells {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([cell, [said, found]]) =>
      found ? [[cell, { problem: found, said: shortened(said) }]] : [],
    ),
  );
}
