import { type Reference, readChat } from '../../../../references';
import { addManyLimits, type Row } from './row';

/** Collects rows while they are read, and merges those about the same message. */
export interface RowCollection {
  /** Adds rows. Returns false if the limit is reached. */
  add(rows: readonly Row[]): boolean;
  /** The number of rows that were merged into an earlier one. */
  duplicateCount(): number;
  /**
   * Returns all rows. If some message ids are certain, ids that are only possible are left out unless they are table
   * cells.
   */
  rows(): Row[];
}

export function createRowCollection(maxRows = addManyLimits.rows): RowCollection {
  const rows: Row[] = [];
  const rowsByKey = new Map<string, Row[]>();
  let duplicateCount = 0;

  /**
   * Finds the earlier row about the same message in the same chat. A single earlier row also matches if only one of the
   * two rows has a chat.
   */
  function findDuplicate(row: Row, reference: Reference): Row | undefined {
    const candidates = rowsByKey.get(duplicateKey(row, reference)) ?? [];
    const chat = chatOf(reference);
    const exact = candidates.find((other) => other.reference && chatOf(other.reference) === chat);
    const [only, ...others] = candidates;
    if (exact || !only?.reference || others.length > 0) return exact;
    return chat === null || only.reference.chat === null ? only : undefined;
  }

  function addRow(row: Row): boolean {
    const { reference } = row;
    const earlier = reference && findDuplicate(row, reference);
    if (earlier?.reference) {
      duplicateCount += 1;
      earlier.reference = combine(earlier.reference, reference as Reference);
      mergeInstruction(earlier, row);
      return true;
    }
    if (rows.length >= maxRows) return false;
    rows.push(row);
    if (reference) {
      const key = duplicateKey(row, reference);
      rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), row]);
    }
    return true;
  }

  return {
    add: (added) => added.every(addRow),
    duplicateCount: () => duplicateCount,
    rows() {
      const hasCertain = rows.some(({ reference }) => reference?.certain);
      if (!hasCertain) return rows;
      return rows.filter(({ reference, messageText }) => !reference || reference.certain || messageText !== '');
    },
  };
}

/**
 * Returns a key that duplicates have in common. Rows of a table are duplicates if all their cells agree; mentions in a
 * text are duplicates if their message ids agree.
 */
const duplicateKey = (
  { messageText, account, otherAccounts, action, days, unread }: Row,
  { messageId }: Reference,
): string =>
  messageText === ''
    ? messageId
    : `${messageId} ${[account, ...otherAccounts].join(' / ')} ${action} ${days} ${JSON.stringify(unread)}`;

/** Adds the action and the duration of a duplicate to a row. Different values become a problem of the row. */
function mergeInstruction(row: Row, { action, days, unread }: Row): void {
  const isOtherAction = row.action !== null && action !== null && row.action !== action;
  const isOtherDays = row.days !== null && days !== null && row.days !== days;
  row.unread = {
    ...unread,
    ...row.unread,
    ...(isOtherAction && { action: { problem: 'action-unknown', text: `${row.action} / ${action}` } }),
    ...(isOtherDays && { duration: { problem: 'days-unknown', text: `${row.days} / ${days}` } }),
  };
  row.action = isOtherAction ? null : (row.action ?? action);
  row.days = isOtherDays ? null : (row.days ?? days);
}

const chatOf = ({ chat }: Reference): string | null => (chat === null ? null : (readChat(chat)?.jid ?? chat));

const combine = (a: Reference, b: Reference): Reference => ({
  ...(a.serialized === null && b.serialized !== null ? b : a),
  chat: a.chat ?? b.chat,
  fromMe: a.fromMe ?? b.fromMe,
  accountHints: a.accountHints.length > 0 ? a.accountHints : b.accountHints,
  certain: a.certain || b.certain,
});
