import type { Wish } from '../../pins/pin-request';
import { pause } from '../../platform/clock';
import { worker } from '../../ui/worker';

/** So many requests are written in one transaction. */
const pieceLength = 400;

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
 * Gives rows to the worker, then starts the run. False: it stopped, and can go on. Every piece is sent at once, without
 * waiting for the one before to be written: a page that is closed meanwhile takes nothing with it.
 */
export async function handOver({ name, rows, wishOf, refuse, tell }: HandOver, from: Handing): Promise<boolean> {
  const begun = from.run === null ? await worker('start run', { name }) : null;
  if (begun && !begun.ok) return false;
  const run = begun ? begun.answer : (from.run ?? '');

  async function add(piece: readonly number[]): Promise<boolean> {
    const reply = await worker('add to run', { id: run, wishes: piece.map(wishOf) });
    if (!reply.ok) return false;
    const refused = new Set(reply.answer);
    if (refused.size === 0) return true;
    refuse(piece.filter((_, place) => refused.has(place)));
    const rest = piece.filter((_, place) => !refused.has(place));
    return rest.length === 0 || add(rest);
  }

  let { done } = from;
  let stoppedAt = rows.length;
  tell({ run, done });
  const pieces: Promise<void>[] = [];
  for (let at = from.done; at < rows.length; at += pieceLength) {
    const piece = rows.slice(at, at + pieceLength);
    const given = add(piece).then((ok) => {
      if (!ok) stoppedAt = Math.min(stoppedAt, at);
      else done += piece.length;
      tell({ run, done });
    });
    pieces.push(given);
    // The page stays free between them.
    await pause(0);
  }
  await Promise.all(pieces);
  // What was written after the first that was not is asked for again, which makes no second request of it.
  tell({ run, done: stoppedAt });
  if (stoppedAt < rows.length) return false;
  return (await worker('set run', { id: run, state: 'running' })).ok;
}
