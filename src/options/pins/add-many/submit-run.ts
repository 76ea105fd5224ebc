import type { Wish } from '../../../pins/queue/request';
import { delay } from '../../../platform/clock';
import { worker } from '../../../ui/worker';

/** The maximum number of requests that the worker writes in one transaction. */
const maxRowsInBatch = 400;

/** The progress of submitting rows. After a failure, submitting continues from there. */
export interface SubmitProgress {
  /** The id of the run; null before it is created. */
  runId: string | null;
  /**
   * The number of rows that need not be submitted any more: the worker has queued them, or refused their credentials.
   */
  doneCount: number;
}

export interface RunSubmission {
  name: string;
  /** The indexes of the rows to submit. */
  rows: readonly number[];
  wishOf(row: number): Wish;
  /** Called with the rows that contain a credential. They are not submitted. */
  onCredentials(rows: readonly number[]): void;
  onProgress(progress: SubmitProgress): void;
}

/**
 * Submits rows to the worker as a run, then starts the run. Returns false after a failure, and can then be called again
 * with the last progress. First all rows are checked for credentials. Then all batches are sent without waiting for
 * earlier ones, so that closing the page loses nothing; the worker writes them in their order.
 */
export async function submitRun(
  { name, rows, wishOf, onCredentials, onProgress }: RunSubmission,
  start: SubmitProgress,
): Promise<boolean> {
  const credentialRows = new Set<number>();
  for (const batch of batchesOf(rows, start.doneCount)) {
    const reply = await worker('check rows', { wishes: batch.rows.map(wishOf) });
    if (!reply.ok) return false;
    for (const index of reply.answer) credentialRows.add(batch.rows[index] as number);
  }
  if (credentialRows.size > 0) onCredentials([...credentialRows]);

  const created = start.runId === null ? await worker('start run', { name }) : null;
  if (created && !created.ok) return false;
  const runId = created ? created.answer : (start.runId ?? '');

  /**
   * Submits a batch. Returns false if the worker fails, or if it finds a credential in a row that passed the earlier
   * check; the next try checks the rows again.
   */
  async function addBatch(batch: readonly number[]): Promise<boolean> {
    const sendable = batch.filter((row) => !credentialRows.has(row));
    if (sendable.length === 0) return true;
    const reply = await worker('add to run', { id: runId, wishes: sendable.map(wishOf) });
    return reply.ok && reply.answer.length === 0;
  }

  let { doneCount } = start;
  let firstFailure = rows.length;
  onProgress({ runId, doneCount });
  const additions: Promise<void>[] = [];
  for (const batch of batchesOf(rows, start.doneCount)) {
    const addition = addBatch(batch.rows).then((isDone) => {
      if (!isDone) firstFailure = Math.min(firstFailure, batch.start);
      else doneCount += batch.rows.length;
      onProgress({ runId, doneCount });
    });
    additions.push(addition);
    // Lets the page draw between two batches.
    await delay(0);
  }
  await Promise.all(additions);
  // Batches after the first failure are submitted again, which does not add a second request for their messages.
  onProgress({ runId, doneCount: firstFailure });
  if (firstFailure < rows.length) return false;
  return (await worker('set run', { id: runId, state: 'running' })).ok;
}

function* batchesOf(rows: readonly number[], from: number): Generator<{ start: number; rows: readonly number[] }> {
  for (let start = from; start < rows.length; start += maxRowsInBatch) {
    yield { start, rows: rows.slice(start, start + maxRowsInBatch) };
  }
}
