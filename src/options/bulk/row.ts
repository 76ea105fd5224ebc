import type { Days } from '../../providers/contract/provider';
import type { Reference } from '../../references';

/** One message as it was read from a text or a file, and what stood beside it. */
export interface Row {
  /** The line of the sheet, or its place among the messages of a text; from 1. */
  line: number;
  /** Null where the row names no message. */
  reference: Reference | null;
  /** The message as it stands in the sheet, shortened; empty where it came from a text. */
  written: string;
  /** The account's cell; empty where there is none. */
  account: string;
  action: 'pin' | 'unpin' | null;
  days: Days | null;
  /** A cell that cannot be read. */
  problem: 'action-unknown' | 'days-unknown' | null;
}

/** Why not all was read: the file or text is too long, it names too many messages, or it is no text. */
export type Stop = 'size' | 'count' | 'binary' | 'unreadable';

export const limits = { bytes: 50 * 1024 * 1024, rows: 100_000 };
