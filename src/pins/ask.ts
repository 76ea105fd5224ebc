import { type BoardEntry, placeOf } from './board';
import { isOpen, move } from './machine';
import type { PinRequest, Wish } from './pin-request';
import { putMoved } from './put-request';
import type { PinsStores } from './rows';
import type { Run } from './run';

/** The request that does what was wished, and whether it was made for that. */
export interface Asked {
  id: string;
  isNew: boolean;
}

interface Parts {
  /** Now, unix ms. */
  at: number;
  newId(): string;
  /** Now, too, but never the same twice. */
  stamp(): number;
  /** The place in line of what is asked for now. */
  place(createdAt: number): number;
}

/** Two gestures that ask the same within this time, in ms, are one. */
const doubleClick = 2_000;

/** Makes requests of wishes, inside a transaction: per account and message the newest takes the place of what was not sent. */
export async function ask(
  stores: PinsStores,
  wishes: readonly Wish[],
  run: Run | null,
  parts: Parts,
): Promise<Asked[]> {
  const places = wishes.map(placeOf);
  // Read together: one by one, ten thousand would take seconds.
  const entries = await Promise.all(places.map((place) => stores.board.get(place)));
  const board = new Map(places.map((place, index) => [place, entries[index]]));
  const asked: Asked[] = [];
  for (const wish of wishes) asked.push(await askOne(stores, board, wish, run, parts));
  return asked;
}

async function askOne(
  stores: PinsStores,
  board: Map<string, BoardEntry | undefined>,
  wish: Wish,
  run: Run | null,
  { at, newId, stamp, place: inLine }: Parts,
): Promise<Asked> {
  const place = placeOf(wish);
  const entry = board.get(place);
  const last = entry && (await stores.requests.get(entry.requestId));
  if (last && isSame(last, wish, run?.id ?? '', at)) {
    // Whoever asks for it again wants it now.
    await putMoved(stores, move(last, 'hasten', at));
    return { id: last.id, isNew: false };
  }
  // While a run is handed over it may still be discarded: until it goes, what waits is not replaced by it.
  if (run?.state !== 'loading') await putMoved(stores, last && move(last, 'replace', at));

  const id = newId();
  const createdAt = stamp();
  const { accountId, accountName, provider, action, days, address } = wish;
  stores.requests.put({
    ...{ id, run: run?.id ?? '', accountId, accountName, provider, action, days, address, createdAt },
    ...{
      state: 'queued',
      dueAt: inLine(createdAt),
      tries: 0,
      lease: null,
      settledAt: null,
      outcome: null,
      seen: false,
    },
  });
  const newest = { id: place, requestId: id, accountId, action, days, address, askedAt: createdAt };
  stores.board.put(newest);
  board.set(place, newest);
  return { id, isNew: true };
}

/** Whether an earlier request does what is asked: it waits for its turn, is on its way, or has just been accepted. */
function isSame(last: PinRequest, wish: Wish, inRun: string, at: number): boolean {
  const { action, days, run, createdAt, outcome } = last;
  if (action !== wish.action || (action === 'pin' && days !== wish.days)) return false;
  // In a run it can be paused or cancelled with it.
  if (isOpen(last)) return run === inRun;
  return outcome?.kind === 'accepted' && at - createdAt < doubleClick;
}
