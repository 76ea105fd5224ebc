import type { ReviewRow } from './review-row';
import type { ReviewState } from './review-state';

/** The number of rows under review that have no value of their own, by kind of value. */
export interface RowsWithout {
  account: number;
  chat: number;
  action: number;
  /** Counts only the rows that pin. */
  duration: number;
}

/**
 * Counts the rows that are not submitted.
 * @param actionForAll the action of rows that have no action of their own
 */
export function countRowsWithout(
  rows: readonly ReviewRow[],
  isSubmitted: ReviewState['isSubmitted'],
  actionForAll: 'pin' | 'unpin',
): RowsWithout {
  const counts: RowsWithout = { account: 0, chat: 0, action: 0, duration: 0 };
  for (const [index, { accountFrom, chatFrom, action, days, unread }] of rows.entries()) {
    if (isSubmitted(index)) continue;
    if (accountFrom !== 'row') counts.account += 1;
    if (chatFrom !== 'row') counts.chat += 1;
    if (action === null && !unread.action) counts.action += 1;
    const isPin = !unread.action && (action ?? actionForAll) === 'pin';
    if (isPin && days === null && !unread.duration) counts.duration += 1;
  }
  return counts;
}
