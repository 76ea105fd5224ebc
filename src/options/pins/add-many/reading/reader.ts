import { planRows } from '../review/plan-rows';
import type { ReviewContext, ReviewRow } from '../review/review-row';
import type { TableColumn } from './column-roles';
import type { ReadOptions } from './find-table';
import { readRows } from './read-rows';
import type { Row, StopReason } from './row';
import { createRowCollection } from './row-collection';
import { type Progress, type Source, sizeOf, textOf } from './source';

/** Reads a source. `roles`: one for each column, see `ReadOptions`. */
interface ReadOrder {
  kind: 'read';
  source: Source;
  roles: ReadOptions['roles'];
}

/** Reads a source and plans its rows, or plans the rows of the last source again. */
export type ReaderOrder = (ReadOrder | { kind: 'plan' }) & ReviewContext;

/** The result of reading a source. */
export interface ReadResult {
  /** The number of rows that were merged into an earlier one about the same message. */
  duplicateCount: number;
  /** The reason why reading ended early; null if the whole source was read. */
  stopped: StopReason | null;
}

/** The reports for an order: `columns` (only after a read), `progress` and `rows` several times, and `end` once. */
export type ReaderReport =
  /** The columns of the table; null for a text that is not a table. */
  | { kind: 'columns'; columns: readonly TableColumn[] | null }
  /** `part`: the part of the source that was read, from 0 to 1. */
  | { kind: 'progress'; part: number; rows: number }
  | { kind: 'rows'; rows: ReviewRow[] }
  | ({ kind: 'end' } & ReadResult);

/** A message between the page and the thread, with the number of the order that it belongs to. */
export interface Numbered<Message> {
  order: number;
  message: Message;
}

/** The maximum number of rows in one report, so that the page can process a report between two frames. */
const maxRowsInReport = 1_000;

/** Reads sources, and keeps the rows of the last one to plan them again for other choices. */
export function createReader() {
  let rows: Row[] = [];
  let result: ReadResult = { duplicateCount: 0, stopped: null };

  async function read(
    { source, roles }: ReadOrder,
    { accounts }: ReviewContext,
    report: (report: ReaderReport) => void,
  ) {
    const collection = createRowCollection();
    const progress: Progress = { read: 0, stopped: null };
    const size = sizeOf(source);
    let count = 0;
    try {
      const accountNames = accounts.flatMap((account) => [account.name, ...account.names]);
      const { columns, rows: batches } = await readRows(textOf(source, progress), { roles, accountNames });
      report({ kind: 'columns', columns });
      for await (const batch of batches) {
        if (!collection.add(batch)) {
          progress.stopped = 'count';
          break;
        }
        count += batch.length;
        report({ kind: 'progress', part: progress.read / size, rows: count });
      }
    } catch {
      progress.stopped = 'unreadable';
    }
    rows = collection.rows();
    result = { duplicateCount: collection.duplicateCount(), stopped: progress.stopped };
  }

  return {
    async answer(order: ReaderOrder, report: (report: ReaderReport) => void): Promise<void> {
      if (order.kind === 'read') await read(order, order, report);
      for (let start = 0; start < rows.length; start += maxRowsInReport) {
        report({ kind: 'rows', rows: planRows(rows.slice(start, start + maxRowsInReport), start, order) });
      }
      report({ kind: 'end', ...result });
    },
  };
}
