/**
 * The thread that reads: the page only draws. It keeps what was read, and plans it anew for other accounts.
 */
import type { AccountView } from '../../accounts/account';
import { createCollection } from './collect';
import { readRows } from './read-rows';
import { type ReviewRow, reviewRows } from './review-row';
import type { Row, Stop } from './row';
import { type Progress, type Source, sizeOf, textOf } from './source';

/** Whose accounts are there, and which is chosen for rows that name none. */
export interface ForAccounts {
  accounts: readonly AccountView[];
  accountId: string | null;
}

/** What the page asks for: `turn` comes back with the answer, so that late ones are known as such. */
export type Order = ({ kind: 'read'; source: Source } | { kind: 'plan' }) & ForAccounts & { turn: number };

export type Report =
  | { kind: 'progress'; part: number; rows: number }
  | { kind: 'rows'; rows: ReviewRow[] }
  | { kind: 'end'; duplicates: number; stopped: Stop | null };

/** So many rows come over at a time: few enough for the page to take them between two frames. */
const batch = 1_000;

let rows: Row[] = [];
let ending: { duplicates: number; stopped: Stop | null } = { duplicates: 0, stopped: null };

async function read(source: Source, tell: (report: Report) => void): Promise<void> {
  const collection = createCollection();
  const progress: Progress = { read: 0, stopped: null };
  const size = sizeOf(source);
  let count = 0;
  try {
    for await (const found of readRows(textOf(source, progress))) {
      if (!collection.add(found)) {
        progress.stopped = 'count';
        break;
      }
      count += found.length;
      tell({ kind: 'progress', part: progress.read / size, rows: count });
    }
  } catch {
    progress.stopped = 'unreadable';
  }
  rows = collection.rows();
  ending = { duplicates: collection.duplicates(), stopped: progress.stopped };
}

function show({ accounts, accountId }: ForAccounts, tell: (report: Report) => void): void {
  for (let at = 0; at < rows.length; at += batch) {
    tell({ kind: 'rows', rows: reviewRows(rows.slice(at, at + batch), accounts, accountId) });
  }
  tell({ kind: 'end', ...ending });
}

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const tell = (report: Report) => postMessage({ ...report, turn: data.turn });
  if (data.kind === 'read') await read(data.source, tell);
  show(data, tell);
});
