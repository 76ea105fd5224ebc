import type { Days } from '../../../../providers/contract/provider';

/** The values that the user gave a row in place of its cells. */
export interface RowEdit {
  /** International, or a JID. */
  chat?: string;
  accountId?: string;
  action?: 'pin' | 'unpin';
  days?: Days;
}
