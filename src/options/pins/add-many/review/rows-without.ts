import type { ReviewRow } from './review-row';
import type { ReviewState } from './review-state';

/** How many of the rows under review say nothing about it themselves. */
export interface RowsWithout {
  account: number;
  chat: number;
  action: number;
  /** Of those that pin. */
  duration: number;
}

/** @param actionForAll what rows do that say nothing themselves */
export function countRowsWithout(
  rows: readonly ReviewRow[],
  isSent: ReviewState['isSent'],
  actionForAll: 'pin' | 'unpin',
): RowsWithout {
  const counts: RowsWithout = { account: 0, chat: 0, action: 0, duration: 0 };
  for (const [place, { accountFrom, chatFrom, action, days, unread }] of rows.entries()) {
    if (isSent(place)) continue;
    if (accountFrom !== 'row') counts.account += 1;
    if (chatFrom !== 'row') counts.chat += 1;
    if (action === null && !unread.action) counts.action += 1;
    const isPin = !unread.action && (action ?? actionForAll) === 'pin';
    if (isPin && days === null && !unread.duration) counts.duration += 1;
  }
  return counts;
}
