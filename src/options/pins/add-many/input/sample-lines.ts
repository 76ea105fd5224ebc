import type { AccountView } from '../../../../accounts/account';
import { csvLine } from '../../../csv-line';

/**
 * Writes a sample table, in English like all files. Its messages and chats are invented. Its accounts are the user's,
 * so that Add many can read the table.
 */
export function sampleLines(accounts: readonly Pick<AccountView, 'name'>[]): string[] {
  const account = (index: number): string => accounts[index % accounts.length]?.name ?? '';
  return [
    ['message', 'chat', 'account', 'action', 'duration'],
    ['3EB0C431C26A1916E07E01', '5511987654321', account(0), 'pin', '7 days'],
    ['3EB0C431C26A1916E07E02', '120363019502650977@g.us', account(0), 'pin', '24 hours'],
    ['true_5511987654321@c.us_3EB0C431C26A1916E07E03', '', account(1), 'pin', '30 days'],
    ['false_5511987654322@c.us_3EB0C431C26A1916E07E04', '', account(1), 'unpin', ''],
  ].map(csvLine);
}
