import type { Days } from '../../../../providers/contract/provider';

/** What the user has said about one row instead of its cells. */
export interface RowEdit {
  /** International, or a JID. */
  chat?: string;
  accountId?: string;
  action?: 'pin' | 'unpin';
  days?: Days;
}
