import { type ColumnMeaning, plainWords } from '../../../../references/column-names';
import { roleOf } from '../../../../references/keys';
import { type CellKind, cellKinds, isBareDuration, isDate } from './cell-kinds';
import { cellText, shorten } from './cells';
import { columnMeaning, isAmbiguous, isUnrelatedName } from './column-meaning';
import type { ColumnRole, TableColumn } from './column-roles';

/** A column and its cells in the first rows. */
interface Column {
  name: string;
  meaning: ColumnMeaning | null;
  /** The filled cells. */
  cells: readonly string[];
}

/** The results for the columns so far. */
interface Assignment {
  roles: Map<Column, ColumnRole>;
  /** Columns that the user should check. */
  doubtful: Set<Column>;
  /** Columns that compete with another one for a role. */
  rivals: Map<Column, ColumnRole>;
}

/**
 * Finds the role of each column by its name and its cells. Of several columns with the same meaning, the first one gets
 * the role or, for messages and chats, the first one whose cells fit. The others are marked for the user to check.
 * @param rows the first rows of the table
 * @param accountNames the names of the accounts, which the cells of a column may contain
 */
export function assignColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  accountNames: readonly string[],
): TableColumn[] {
  const columns = names.map((name, index): Column => {
    const cells = rows.map((row) => cellText(row[index] ?? '')).filter((cell) => cell !== '');
    return { name, meaning: columnMeaning(name), cells };
  });
  const assignment: Assignment = { roles: new Map(), doubtful: new Set(), rivals: new Map() };
  for (const kind of cellKinds(accountNames)) assignRole(kind, columns, assignment);
  pairDirections(columns, assignment);
  for (const column of columns) if (!assignment.roles.has(column)) judgeRemaining(column, columns, assignment);

  return columns.map((column) => {
    const role = assignment.roles.get(column) ?? 'unused';
    return {
      name: column.name,
      sample: shorten(column.cells[0] ?? ''),
      role,
      isUnknown: assignment.doubtful.has(column),
      rivalFor: role === 'unused' ? (assignment.rivals.get(column) ?? null) : null,
    };
  });
}

/** Chooses the column for a role by its name, or else by its cells. */
function assignRole({ role, isIn }: CellKind, columns: readonly Column[], assignment: Assignment): void {
  const { roles, doubtful, rivals } = assignment;
  const free = columns.filter((column) => !roles.has(column));
  const named = free.filter(({ meaning }) => meaning === role).sort((a, b) => rankOf(a.name) - rankOf(b.name));
  const fits = ({ cells }: Column) => cells.length > 0 && cells.filter(isIn).length * 2 >= cells.length;
  const fitting = named.filter(fits);
  // Numbers in an unrelated column, such as `contact`, need not be chats.
  const others = free.filter(
    (column) => column.meaning === null && fits(column) && (role !== 'chat' || !isUnrelatedName(column.name)),
  );
  const byContent = role === 'message' ? others.slice(0, 1) : others.length === 1 ? others : [];
  // A column `Message` may also hold texts, and a column `Chat` the names of people.
  const mayBeText = role === 'message' || role === 'chat';
  const chosen =
    (mayBeText ? fitting[0] : named.find(({ cells }) => cells.length > 0)) ??
    (role === 'message' || named.length === 0 ? byContent[0] : undefined) ??
    named[0];

  if (chosen) roles.set(chosen, role);
  for (const column of free) {
    const isNamed = named.includes(column);
    // An action or a duration can be recognized by its cell alone; a number or a name cannot.
    const isRecognized =
      (role === 'action' || role === 'duration') && column.meaning === null && column.cells.some(isIn);
    const hasOther = chosen ? column !== chosen : others.length > 1;
    // Other columns of messages do not compete for the role: logs have the ids of replies beside the ids of messages.
    if (hasOther && role !== 'message' && (isNamed || isRecognized) && !rivals.has(column)) rivals.set(column, role);
    // A column `Message` of texts beside the ids, or `Chat` of names beside the numbers, needs no check.
    const isText = isNamed && mayBeText && fitting.length > 0 && !fits(column);
    if (column === chosen ? isNamed || column.name === '' : column.cells.length === 0 || isText) continue;
    const mayHaveRole =
      isNamed || (column.meaning === null && column.cells.some(isIn) && (role !== 'chat' || fits(column)));
    if (mayHaveRole || column === chosen) doubtful.add(column);
  }
}

/** Ranks the names of one meaning: the column with the lowest rank is preferred. */
function rankOf(name: string): number {
  const { role, rank } = roleOf(plainWords(name));
  const position = ['message', 'messages', 'uuid', 'chat', 'account', 'id', 'other'].indexOf(role);
  return position * 100 + rank;
}

/**
 * Uses both `From` and `To` for the chat if another column gives the direction of each message. Otherwise, neither is
 * used and both are marked for the user to check.
 */
function pairDirections(columns: readonly Column[], { roles, doubtful, rivals }: Assignment): void {
  const named = (name: string) => columns.find((column) => plainWords(column.name) === name);
  const from = named('from');
  const to = named('to');
  if (!from || !to || (roles.get(from) ?? roles.get(to)) !== 'chat') return;
  const hasDirection = columns.some(({ meaning, name }) => meaning === 'sender' || isAmbiguous(name));
  for (const column of [from, to]) {
    if (hasDirection) roles.set(column, 'chat');
    else roles.delete(column);
    rivals.set(column, 'chat');
    if (hasDirection) doubtful.delete(column);
    else doubtful.add(column);
  }
}

/**
 * Decides on a column that has no role yet: gives it the role of the sender or of an unnamed duration, or marks it for
 * the user to check.
 */
function judgeRemaining(column: Column, columns: readonly Column[], { roles, doubtful }: Assignment): void {
  const { name, meaning, cells } = column;
  const isHeaderless = columns.every((each) => each.name === '');
  const hasDuration = [...roles.values()].includes('duration');
  if (meaning === 'sender' || (isAmbiguous(name) && !doubtful.has(column))) roles.set(column, 'sender');
  else if (isHeaderless && !hasDuration && cells.length > 0 && cells.every(isBareDuration)) {
    roles.set(column, 'duration');
    doubtful.add(column);
  } else if (name === '' ? cells.some((cell) => !isDate(cell)) : meaning === null && !isUnrelatedName(name)) {
    doubtful.add(column);
  }
}
