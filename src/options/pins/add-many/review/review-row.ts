import type { AccountView } from '../../../../accounts/account';
import type { NumberReading } from '../../../../phone-numbers';
import type { Question } from '../../../../pins/plan/question';
import type { Wish } from '../../../../pins/queue/request';
import type { Days } from '../../../../providers/contract/provider';
import type { RowEdit } from '../editing/row-edit';
import type { CellProblem, UnreadCells } from '../reading/row';

/** The reasons why a row cannot be sent. Each has a sentence in `_locales`. */
export type RowProblem = CellProblem | Question | 'chat-country';

/** A row under review: the request that it becomes, or its problem. */
export interface ReviewRow {
  /** The line of the sheet, or the number of the message in a text; counted from 1. */
  lineNumber: number;
  /** The bare message id, or the text of the cell that should have one. */
  message: string;
  /** The message key, if the row has one. */
  key: string | null;
  /** The chat, as an international number or a JID; the text of the cell if the cell cannot be read. */
  chat: string | null;
  /** The source of the chat: the row or its edit, the chat for all rows, or the account's default chat. */
  chatFrom: 'row' | 'all' | 'account' | null;
  /** The possible meanings of the number, for the problem `chat-country`. May be empty. */
  readings: readonly NumberReading[];
  /** The account's name, or the text of the cell if no account fits. */
  account: string;
  accountId: string | null;
  /**
   * The source of the account: the row (with its text and its edit), the account for all rows, or why it was filled in.
   */
  accountFrom: 'row' | 'all' | 'default' | 'only' | null;
  /** The address to send to; null if the row cannot be sent. */
  address: Wish['address'] | null;
  /** The action of the row or its edit; null if the action for all rows applies. */
  action: 'pin' | 'unpin' | null;
  days: Days | null;
  /** The first problem of the row. */
  problem: RowProblem | null;
  /** The cells that cannot be read and have not been edited. */
  unread: UnreadCells;
}

/** The accounts and choices that rows are planned for. */
export interface ReviewContext {
  accounts: readonly AccountView[];
  /** The account for rows that name none. */
  accountId: string | null;
  /** The chat for rows that name none, international or a JID. */
  chat: string | null;
  /** Countries of numbers without a country code, for accounts whose own country is unknown: ISO 3166 codes. */
  countries: readonly string[];
  /** Edits by the index of their row. */
  edits: ReadonlyMap<number, RowEdit>;
}
