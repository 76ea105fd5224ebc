import { csvLine } from '../../../csv';
import type { AddManyState } from '../add-many-state';
import { problemWords } from './problem-text';

/** Not translated: the file is mended by other programs, and read by Pushpin again. */
const columns = ['message', 'chat', 'account', 'action', 'duration', 'row', 'problem'];

/** The rows that stay out because of their problems as the lines of a CSV file, each cell as the row says it. */
export function problemLines({ rows, isTaken, isSent }: AddManyState['review']): string[] {
  const broken = rows.value.filter(({ problem }, place) => problem !== null && !isTaken(place) && !isSent(place));
  return [
    csvLine(columns),
    ...broken.map((row) => {
      const { message, key, chatFrom, accountFrom, action, days, line, unread } = row;
      const chat = chatFrom === 'row' ? row.chat : null;
      const account = accountFrom === 'row' ? row.account : null;
      const duration = days === null ? '' : `${days} ${days === 1 ? 'day' : 'days'}`;
      return csvLine([
        key ?? message,
        unread.chat?.said ?? chat ?? '',
        unread.account?.said ?? account ?? '',
        unread.action?.said ?? action ?? '',
        unread.duration?.said ?? duration,
        String(line),
        problemWords(row),
      ]);
    }),
  ];
}
