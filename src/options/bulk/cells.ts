import { type Days, durations } from '../../providers/contract/provider';
import type { Meaning } from './columns';
import type { Row, UnreadCells } from './row';

/** `pin` or `unpin`; null for an empty cell. */
export function readAction(cell: string): 'pin' | 'unpin' | 'action-unknown' | null {
  const said = cell.trim().toLowerCase();
  if (said === '') return null;
  return said === 'pin' || said === 'unpin' ? said : 'action-unknown';
}

/** `7`, `7 days`, `7_days`, `24 hours`, `24h` …; null for an empty cell. Another duration is not rounded. */
export function readDays(cell: string): Days | 'days-unknown' | null {
  const said = cell.trim().toLowerCase();
  if (said === '') return null;
  if (/^24[\s_]*(?:h|hrs?|hours?)$/.test(said)) return 1;
  const [, number = ''] = /^(\d{1,2})[\s_]*(?:d|days?)?$/.exec(said) ?? [];
  return durations.find((days) => String(days) === number) ?? 'days-unknown';
}

/** What the cells of a row say beside its message; one that cannot be read is a problem, never guessed. */
export function readCells(line: number, written: string, cell: (meaning: Meaning) => string): Omit<Row, 'reference'> {
  const action = readAction(cell('action'));
  const days = readDays(cell('days'));
  const unread: UnreadCells = {
    ...(action === 'action-unknown' && { action: { problem: action, said: cell('action').slice(0, longestShown) } }),
    ...(days === 'days-unknown' && { duration: { problem: days, said: cell('days').slice(0, longestShown) } }),
  };
  return {
    line,
    written: written.slice(0, longestShown),
    isTypedChat: true,
    account: cell('account').trim(),
    action: action === 'action-unknown' ? null : action,
    days: days === 'days-unknown' ? null : days,
    unread,
  };
}

/** So much is shown of what is no message. */
const longestShown = 80;
