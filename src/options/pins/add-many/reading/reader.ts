/**
 * The thread that reads: the page only draws. It keeps what was read, and plans it anew for other accounts.
 */

import { type ReviewFor, type ReviewRow, reviewRows } from '../review/review-row';
import type { TableColumn } from './column-roles';
import type { HowToRead } from './find-table';
import { readRows } from './read-rows';
import type { Row, Stop } from './row';
import { createCollection } from './row-collection';
import { type Progress, type Source, sizeOf, textOf } from './source';

/** Reads a source. `roles` are those that the user chose, one a column, as `columns` reported them: see `HowToRead`. */
interface ReadOrder {
  kind: 'read';
  source: Source;
  roles: HowToRead['roles'];
}

/** What the page asks for: `turn` comes back with the answer, so that late ones are known as such. */
export type Order = (ReadOrder | { kind: 'plan' }) & ReviewFor & { turn: number };

export type Report =
  /** Once for what is read, before its rows; null: it is no table. */
  | { kind: 'columns'; columns: readonly TableColumn[] | null }
  | { kind: 'progress'; part: number; rows: number }
  | { kind: 'rows'; rows: ReviewRow[] }
  | { kind: 'end'; duplicates: number; stopped: Stop | null };

/** So many rows come over at a time: few enough for the page to take them between two frames. */
const maxRowsAtOnce = 1_000;

let rows: Row[] = [];
let ending: { duplicates: number; stopped: Stop | null } = { duplicates: 0, stopped: null };

async function read({ source, roles }: ReadOrder, { accounts }: ReviewFor, tell: (report: Report) => void) {
  const collection = createCollection();
  const progress: Progress = { read: 0, stopped: null };
  const size = sizeOf(source);
  let count = 0;
  try {
    const names = accounts.flatMap((account) => [account.name, ...account.names]);
    const found = await readRows(textOf(source, progress), { roles, accountNames: names });
    tell({ kind: 'columns', columns: found.columns });
    for await (const some of found.rows) {
      if (!collection.add(some)) {
        progress.stopped = 'count';
        break;
      }
      count += some.length;
      tell({ kind: 'progress', part: progress.read / size, rows: count });
    }
  } catch {
    progress.stopped = 'unreadable';
  }
  rows = collection.rows();
  ending = { duplicates: collection.duplicates(), stopped: progress.stopped };
}

function show(reviewFor: ReviewFor, tell: (report: Report) => void): void {
  for (let at = 0; at < rows.length; at += maxRowsAtOnce) {
    tell({ kind: 'rows', rows: reviewRows(rows.slice(at, at + maxRowsAtOnce), at, reviewFor) });
  }
  tell({ kind: 'end', ...ending });
}

async function answer(order: Order): Promise<void> {
  const tell = (report: Report) => postMessage({ ...report, turn: order.turn });
  if (order.kind === 'read') await read(order, order, tell);
  show(order, tell);
}

// The page hears of errors, but not of rejections: it would wait for an answer that never comes.
addEventListener('message', ({ data }: MessageEvent<Order>) => answer(data).catch(reportError));
