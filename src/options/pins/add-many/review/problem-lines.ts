import { csvLine } from '../../../csv-line';
import { problemText } from './problem-text';
import type { ReviewState } from './review-state';

/** Column names are English in every language: the file is edited in other programs, and read by Pushpin again. */
const columns = ['message', 'chat', 'account', 'action', 'duration', 'row', 'problem'];

/** Writes the rows with problems that are not selected as lines of a CSV file, with the texts of their cells. */
export function problemLines({ rows, isSelected, isSubmitted }: ReviewState): string[] {
  const broken = rows.value.filter(
    ({ problem }, index) => problem !== null && !isSelected(index) && !isSubmitted(index),
  );
  return [
    csvLine(columns),
    ...broken.map((row) => {
      const { message, key, chatFrom, accountFrom, action, days, lineNumber, unread } = row;
      const chat = chatFrom === 'row' ? row.chat : null;
      const account = accountFrom === 'row' ? row.account : null;
      const duration = days === null ? '' : `${days} ${days === 1 ? 'day' : 'days'}`;
      return csvLine([
        key ?? message,
        unread.chat?.text ?? chat ?? '',
        unread.account?.text ?? account ?? '',
        unread.action?.text ?? action ?? '',
        unread.duration?.text ?? duration,
        String(lineNumber),
        problemText(row),
      ]);
    }),
  ];
}
