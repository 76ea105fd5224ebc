import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ReviewContext, ReviewRow } from '../review/review-row';
import type { ColumnRole, TableColumn } from './column-roles';
import type { ReadOptions } from './find-table';
import type { ReaderReport, ReadResult } from './reader';
import { createReaderThread, type ReaderThread } from './reader-thread';
import type { Source } from './source';

/** Reads a source in a thread of its own, and keeps the plan of its rows up to date. */
export interface SourceReader {
  /** `part`: the part of the source that was read, from 0 to 1. */
  progress: ReadonlySignal<{ part: number; rows: number }>;
  /** The columns of the table; null for a text that is not a table. */
  columns: ReadonlySignal<readonly TableColumn[] | null>;
  result: ReadonlySignal<ReadResult>;
  /** The order that the thread is working on. */
  task: ReadonlySignal<'read' | 'plan' | null>;
  /** Starts the thread in advance, because starting takes a moment. */
  warmUp(): void;
  read(source: Source): void;
  /** Reads the table again with another role of one column. */
  setRole(column: number, role: ColumnRole): void;
  /** Forgets the source and ends the current order. */
  clear(): void;
}

interface Parts {
  context: ReadonlySignal<ReviewContext>;
  /** Whether rows are planned again when the context changes. */
  isPlanning: ReadonlySignal<boolean>;
  /** Called with all rows after a read or a plan, inside a batch of signals. */
  onRows(rows: readonly ReviewRow[], task: 'read' | 'plan'): void;
  /** Called if the thread fails. */
  onError(): void;
}

const emptyResult: ReadResult = { duplicateCount: 0, stopped: null };

export function createSourceReader({ context, isPlanning, onRows, onError }: Parts): SourceReader {
  const progress = signal({ part: 0, rows: 0 });
  const columns = signal<readonly TableColumn[] | null>(null);
  const result = signal(emptyResult);
  const task = signal<'read' | 'plan' | null>(null);
  let source: Source = '';
  let roles: ReadOptions['roles'] = null;
  /** The roles and the context of the latest order. */
  let orderedRoles: ReadOptions['roles'] = null;
  let orderedContext: ReviewContext | null = null;
  let thread: ReaderThread | undefined;
  let receivedRows: ReviewRow[] = [];

  function onReport(report: ReaderReport): void {
    if (report.kind === 'progress') progress.value = report;
    else if (report.kind === 'columns') columns.value = report.columns;
    else if (report.kind === 'rows') receivedRows.push(...report.rows);
    else batch(() => onEnd(report));
  }

  function onEnd({ duplicateCount, stopped }: ReadResult): void {
    const ended = task.peek();
    result.value = { duplicateCount, stopped };
    task.value = null;
    if (ended) onRows(receivedRows, ended);
    if (orderedRoles !== roles) send('read');
  }

  function threadOf(): ReaderThread {
    thread ??= createReaderThread(onReport, () => {
      thread = undefined;
      batch(() => {
        result.value = { duplicateCount: 0, stopped: 'unreadable' };
        task.value = null;
        onError();
      });
    });
    return thread;
  }

  function send(kind: 'read' | 'plan'): void {
    const current = context.peek();
    orderedContext = current;
    orderedRoles = roles;
    receivedRows = [];
    task.value = kind;
    // Edits belong to row indexes, which change when a table is read again.
    threadOf().send(kind === 'read' ? { kind, source, roles, ...current, edits: new Map() } : { kind, ...current });
  }

  // A change during a read waits for the end of that read, and a thread that failed has no rows to plan.
  effect(() => {
    const isStale = context.value !== orderedContext;
    if (isPlanning.value && task.value !== 'read' && isStale && thread) send('plan');
  });

  function clear(): void {
    if (task.peek() !== null) {
      thread?.end();
      thread = undefined;
    }
    batch(() => {
      source = '';
      roles = null;
      columns.value = null;
      task.value = null;
    });
  }

  return {
    progress,
    columns,
    result,
    task,
    warmUp: () => void threadOf(),
    read(newSource) {
      clear();
      source = newSource;
      progress.value = { part: 0, rows: 0 };
      send('read');
    },
    setRole(column, role) {
      const all = columns.peek() ?? [];
      const current = roles ?? all.map((each) => (each.rivalFor === null ? each.role : null));
      roles = current.map((each, index) => (index === column ? role : each));
      columns.value = all.map((each, index) => (index === column ? { ...each, role, rivalFor: null } : each));
      // The next read is ordered when the current one ends.
      if (task.peek() !== 'read') send('read');
    },
    clear,
  };
}
