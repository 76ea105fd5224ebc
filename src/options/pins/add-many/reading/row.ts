import type { Days } from '../../../../providers/contract/provider';
import type { Reference } from '../../../../references';

/** Why a cell cannot be read; each has words in `_locales`, which name what the cell says. */
export const cellProblems = [
  'account-unknown',
  'account-twice',
  /** Two columns say what to do, and not the same; likewise below. */
  'action-twice',
  'action-unknown',
  /** It stands beside several messages of a text. */
  'said-of-several',
  'days-unknown',
  'days-twice',
  /** A number that is days or hours: nobody says which. */
  'days-unit',
  'chat-unread',
  'chat-twice',
  /** A spreadsheet has made a number of it: `5.51E+12`. */
  'chat-digits-lost',
  'message-digits-lost',
  /** The line has more cells than the table has columns: one of them was split. */
  'cells-shifted',
  /** The chat's cell names another chat than the whole key of the message. */
  'chat-other',
] as const;
export type CellProblem = (typeof cellProblems)[number];

/** The cells of a row that cannot be read, each as it is written, shortened. */
export type UnreadCells = Readonly<
  Partial<Record<'message' | 'account' | 'action' | 'duration' | 'chat', { problem: CellProblem; said: string }>>
>;

/** One message as it was read from a text or a file, and what stood beside it. */
export interface Row {
  /** The line of the sheet, or its place among the messages of a text; from 1. */
  line: number;
  /** Null where the row names no message. */
  reference: Reference | null;
  /** The message as it stands in the sheet, shortened; empty where it came from a text. */
  written: string;
  /** Whether the chat is a number that a person may have written, without its country. */
  isTypedChat: boolean;
  /** The account's cell; empty where there is none. */
  account: string;
  /** What other columns say about the account, each once. */
  otherAccounts: readonly string[];
  /** Null where the row says none; it may say one that cannot be read, see `unread`. */
  action: 'pin' | 'unpin' | null;
  days: Days | null;
  unread: UnreadCells;
}

/** What a row of a text says that is no table: nothing beside its message. */
export const noCells: Omit<Row, 'line' | 'reference'> = {
  written: '',
  isTypedChat: false,
  account: '',
  otherAccounts: [],
  action: null,
  days: null,
  unread: {},
};

/** Why not all was read: the file or text is too long, it names too many messages, or it is no text. */
export type Stop = 'size' | 'count' | 'binary' | 'unreadable';

export const addManyLimits = { bytes: 50 * 1024 * 1024, rows: 100_000 };
