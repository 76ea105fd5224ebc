import { failure } from '../providers';
import { isOfThePast } from './bucket';
import { settle } from './call-end';
import { move } from './machine';
import type { PinRequest } from './pin-request';
import { putMoved } from './put-request';
import type { PinsStores } from './rows';
import { isSuperseded } from './superseded';

/** What an account still has to send for a run, or, for `''`, for gestures. */
export interface Line {
  account: string;
  run: string;
  /** Now, unix ms. */
  at: number;
}

/** How many requests behind busy chats are looked at for one that may go. */
const looksAhead = 100;
/** How many requests are ended in one transaction: what is to be sent waits no longer than for that. */
const endsAtOnce = 100;

/** Of a pause that began in the future, by a clock set back since, nobody knows how long it still lasts. */
const isDue = ({ dueAt, pausedAt = 0 }: PinRequest, at: number): boolean =>
  dueAt === null || dueAt < at + 1 || !isOfThePast(pausedAt, at);

/** Claims the first request of a line whose chat is free; where there is none, tells when to look at the line again. */
export async function claimNext(stores: PinsStores, { account, run, at }: Line, lanes: ReadonlySet<string>) {
  let left = looksAhead;
  let dropped = 0;
  for await (const request of stores.requests.walk('turn', [account, run])) {
    if (!isDue(request, at)) return { claimed: null, dueAt: dropped ? at : request.dueAt };
    if (lanes.has(request.lane)) left -= 1;
    else if (await isSuperseded(stores, request)) {
      await putMoved(stores, move(request, 'replace', at));
      dropped += 1;
    } else {
      const claimed = move(request, 'claim', at);
      await putMoved(stores, claimed);
      if (claimed) return { claimed, dueAt: null };
    }
    if (left === 0 || dropped === endsAtOnce) break;
  }
  // What was replaced is progress. Where chats are busy, the end of their calls tells.
  return { claimed: null, dueAt: dropped ? at : null };
}

/** Ends some requests of a line that sends nothing any more: there may be very many of them. Gives their number. */
export async function endSome(
  stores: PinsStores,
  { account, run, at }: Line,
  end: 'cancel' | 'settle',
): Promise<number> {
  let count = 0;
  for await (const request of stores.requests.walk('turn', [account, run])) {
    const gone = failure('unavailable', 'account');
    await putMoved(stores, end === 'cancel' ? move(request, 'cancel', at) : settle(request, gone, at));
    count += 1;
    if (count === endsAtOnce) break;
  }
  return count;
}
