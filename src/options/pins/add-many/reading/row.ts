import type { Days } from '../../../../providers/contract/provider';
import type { Reference } from '../../../../references';

/** The reasons why a cell cannot be used. Each has a sentence in `_locales` that quotes the cell. */
export const cellProblems = [
  'account-unknown',
  /** Two columns name different accounts. */
  'account-twice',
  /** Two columns name different actions. */
  'action-twice',
  'action-unknown',
  /** An action or a duration is beside several messages of a text. */
  'said-of-several',
  'days-unknown',
  'days-twice',
  /** The number may mean days or hours. */
  'days-unit',
  'chat-unread',
  'chat-twice',
  /** A spreadsheet has turned the chat into a number: `5.51E+12`. */
  'chat-digits-lost',
  'message-digits-lost',
  /** The line has more cells than the table has columns, so one of its cells was split. */
  'cells-shifted',
  /** The chat's cell names another chat than the message key does. */
  'chat-other',
] as const;
export type CellProblem = (typeof cellProblems)[number];

/** The cells of a row that cannot be used, with their text (shortened). */
export type UnreadCells = Readonly<
  Partial<Record<'message' | 'account' | 'action' | 'duration' | 'chat', { problem: CellProblem; text: string }>>
>;

/** One message that was read from a text or a file, with the values that were beside the message. */
export interface Row {
  /** The line of the sheet, or the number of the message in a text; counted from 1. */
  lineNumber: number;
  /** The message; null if the row names none. */
  reference: Reference | null;
  /** The text of the message's cell, shortened; empty for a message that was found in a text. */
  messageText: string;
  /** Whether the chat is a phone number that may lack its country code. */
  mayLackCountry: boolean;
  /** The text of the account's cell; empty if there is none. */
  account: string;
  /** The texts of other columns for the account, if they differ from `account`. */
  otherAccounts: readonly string[];
  /** The action; null if the row names none, or one that cannot be used (see `unread`). */
  action: 'pin' | 'unpin' | null;
  days: Days | null;
  unread: UnreadCells;
}

/** The values of a row without cells, for a message that was found in a text. */
export const noCells: Omit<Row, 'lineNumber' | 'reference'> = {
  messageText: '',
  mayLackCountry: false,
  account: '',
  otherAccounts: [],
  action: null,
  days: null,
  unread: {},
};

/**
 * The reasons why reading ended early: too many bytes, too many messages, not a text file, or an error while reading.
 */
export type StopReason = 'size' | 'count' | 'binary' | 'unreadable';

export const addManyLimits = { bytes: 50 * 1024 * 1024, rows: 100_000 };
