import { type ColumnMeaning, plainWords } from '../../../../references/column-names';
import { roleOf } from '../../../../references/keys';
import { type CellKind, cellKinds, isBareDuration, isDate } from './cell-kinds';
import { cellText, shortened } from './cells';
import { columnMeaning, isAmbiguous, isOtherName } from './column-meaning';
import type { ColumnRole, TableColumn } from './column-roles';

/** A column, and what the first rows have in it. */
interface Column {
  name: string;
  meaning: ColumnMeaning | null;
  /** Those that are not empty. */
  cells: readonly string[];
}

/** What was found out about the columns, by its place. */
interface Findings {
  roles: Map<Column, ColumnRole>;
  doubtful: Set<Column>;
  /** Columns that say what another one is used for. */
  rivals: Map<Column, ColumnRole>;
}

/**
 * The role of each column, by its name and by what stands in it. Of two that say the same the first has it, of those of
 * messages and chats the first that has some; the user is to look at the other.
 * @param rows some of the first rows
 * @param accountNames what cells of accounts say
 */
export function columnsOf(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  accountNames: readonly string[],
): TableColumn[] {
  const columns = names.map((name, place): Column => {
    const cells = rows.map((row) => cellText(row[place] ?? '')).filter((cell) => cell !== '');
    return { name, meaning: columnMeaning(name), cells };
  });
  const found: Findings = { roles: new Map(), doubtful: new Set(), rivals: new Map() };
  for (const kind of cellKinds(accountNames)) chooseColumn(kind, columns, found);
  pairDirections(columns, found);
  for (const column of columns) if (!found.roles.has(column)) judgeRest(column, columns, found);

  return columns.map((column) => {
    const role = found.roles.get(column) ?? 'unused';
    return {
      name: column.name,
      sample: shortened(column.cells[0] ?? ''),
      role,
      isUnknown: found.doubtful.has(column),
      rivalFor: role === 'unused' ? (found.rivals.get(column) ?? null) : null,
    };
  });
}

/** The names come first; where none is known, or its cells are no messages, what stands in the cells. */
function chooseColumn({ role, isIn }: CellKind, columns: readonly Column[], found: Findings): void {
  const { roles, doubtful, rivals } = found;
  const free = columns.filter((column) => !roles.has(column));
  const named = free.filter(({ meaning }) => meaning === role).sort((a, b) => rankOf(a.name) - rankOf(b.name));
  const agrees = ({ cells }: Column) => cells.length > 0 && cells.filter(isIn).length * 2 >= cells.length;
  const agreeing = named.filter(agrees);
  // A contact's number need not be the chat.
  const others = free.filter(
    (column) => column.meaning === null && agrees(column) && (role !== 'chat' || !isOtherName(column.name)),
  );
  const byContent = role === 'message' ? others.slice(0, 1) : others.length === 1 ? others : [];
  // `Message` and `Chat` name texts and people too.
  const mayBeText = role === 'message' || role === 'chat';
  const chosen =
    (mayBeText ? agreeing[0] : named.find(({ cells }) => cells.length > 0)) ??
    (role === 'message' || named.length === 0 ? byContent[0] : undefined) ??
    named[0];

  if (chosen) roles.set(chosen, role);
  for (const column of free) {
    const isNamed = named.includes(column);
    // Actions and durations say themselves what they are; a number or a name may be anybody's.
    const saysItself = (role === 'action' || role === 'duration') && column.meaning === null && column.cells.some(isIn);
    const hasOther = chosen ? column !== chosen : others.length > 1;
    // Of messages the most trusted column is meant: a log names answers beside them.
    if (hasOther && role !== 'message' && (isNamed || saysItself) && !rivals.has(column)) rivals.set(column, role);
    // A column `Message` of texts beside the ids, or `Chat` of names beside the numbers.
    const isText = isNamed && mayBeText && agreeing.length > 0 && !agrees(column);
    if (column === chosen ? isNamed || column.name === '' : column.cells.length === 0 || isText) continue;
    const says = isNamed || (column.meaning === null && column.cells.some(isIn) && (role !== 'chat' || agrees(column)));
    if (says || column === chosen) doubtful.add(column);
  }
}

/** How much a name is trusted among those of its meaning: less is more. */
function rankOf(name: string): number {
  const { role, rank } = roleOf(plainWords(name));
  const place = ['message', 'messages', 'queue', 'chat', 'account', 'id', 'other'].indexOf(role);
  return place * 100 + rank;
}

/** `From` and `To` are the chat by turns, if something tells who sent the message; else nobody can tell which is. */
function pairDirections(columns: readonly Column[], { roles, doubtful, rivals }: Findings): void {
  const named = (name: string) => columns.find((column) => plainWords(column.name) === name);
  const from = named('from');
  const to = named('to');
  if (!from || !to || (roles.get(from) ?? roles.get(to)) !== 'chat') return;
  const isTold = columns.some(({ meaning, name }) => meaning === 'sender' || isAmbiguous(name));
  for (const column of [from, to]) {
    if (isTold) roles.set(column, 'chat');
    else roles.delete(column);
    rivals.set(column, 'chat');
    if (isTold) doubtful.delete(column);
    else doubtful.add(column);
  }
}

function judgeRest(column: Column, columns: readonly Column[], { roles, doubtful }: Findings): void {
  const { name, meaning, cells } = column;
  const isHeaderless = columns.every((each) => each.name === '');
  const hasDuration = [...roles.values()].includes('duration');
  if (meaning === 'sender' || (isAmbiguous(name) && !doubtful.has(column))) roles.set(column, 'sender');
  else if (isHeaderless && !hasDuration && cells.length > 0 && cells.every(isBareDuration)) {
    roles.set(column, 'duration');
    doubtful.add(column);
  } else if (name === '' ? cells.some((cell) => !isDate(cell)) : meaning === null && !isOtherName(name)) {
    doubtful.add(column);
  }
}
