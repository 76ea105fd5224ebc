import type { Wish } from '../../../pins/queue/request';
import { delay } from '../../../platform/clock';
import { worker } from '../../../ui/worker';

/** So many requests are written in one transaction. */
const maxRowsAtOnce = 400;

/** How far handing over has come; what failed goes on from here. */
export interface Handing {
  /** The run, once it has begun. */
  run: string | null;
  done: number;
}

export interface HandOver {
  name: string;
  /** The rows that are asked for, by their places. */
  rows: readonly number[];
  wishOf(row: number): Wish;
  /** These name a credential: they were not taken. */
  refuse(rows: readonly number[]): void;
  tell(handing: Handing): void;
}

/**
 * Gives rows to the worker, then starts the run. False: it stopped, and can go on. First all rows are tested for
 * credentials. Then every piece is sent at once, without waiting for the one before to be written: a page that is closed
 * meanwhile takes nothing with it, and the rows are written in their order.
 */
export async function handOver({ name, rows, wishOf, refuse, tell }: HandOver, from: Handing): Promise<boolean> {
  const refused = new Set<number>();
  for (const piece of piecesOf(rows, from.done)) {
    const reply = await worker('check rows', { wishes: piece.rows.map(wishOf) });
    if (!reply.ok) return false;
    for (const place of reply.answer) refused.add(piece.rows[place] as number);
  }
  if (refused.size > 0) refuse([...refused]);

  const begun = from.run === null ? await worker('start run', { name }) : null;
  if (begun && !begun.ok) return false;
  const run = begun ? begun.answer : (from.run ?? '');

  /** False also where one of them has become a credential since: going on tests the rows anew. */
  async function add(piece: readonly number[]): Promise<boolean> {
    const taken = piece.filter((row) => !refused.has(row));
    if (taken.length === 0) return true;
    const reply = await worker('add to run', { id: run, wishes: taken.map(wishOf) });
    return reply.ok && reply.answer.length === 0;
  }

  let { done } = from;
  let stoppedAt = rows.length;
  tell({ run, done });
  const given: Promise<void>[] = [];
  for (const piece of piecesOf(rows, from.done)) {
    const told = add(piece.rows).then((ok) => {
      if (!ok) stoppedAt = Math.min(stoppedAt, piece.start);
      else done += piece.rows.length;
      tell({ run, done });
    });
    given.push(told);
    // The page stays free between them.
    await delay(0);
  }
  await Promise.all(given);
  // What was written after the first that was not is asked for again, which makes no second request of it.
  tell({ run, done: stoppedAt });
  if (stoppedAt < rows.length) return false;
  return (await worker('set run', { id: run, state: 'running' })).ok;
}

function* piecesOf(rows: readonly number[], from: number): Generator<{ start: number; rows: readonly number[] }> {
  for (let start = from; start < rows.length; start += maxRowsAtOnce) {
    yield { start, rows: rows.slice(start, start + maxRowsAtOnce) };
  }
}
