import { pinAfter, pinBefore } from '../board/pin';
import type { PinRequest } from './request';
import { isOpen } from './request-states';
import type { Run } from './run';
import type { PinsStores } from './stores';

/**
 * Writes a request that was moved. Where its call has just ended, what is known of its message moves with it; where it
 * has ended itself, it is counted in its run. Null: it could not be moved.
 */
export async function saveRequest(stores: PinsStores, moved: PinRequest | null | undefined): Promise<void> {
  if (!moved) return;
  const { requests, runs } = stores;
  const earlier = await requests.get(moved.id);
  const request = earlier?.state === 'sending' ? await movePin(stores, moved) : moved;
  requests.put(request);
  const run = request.run === '' ? undefined : await runs.get(request.run);
  if (!run) return;
  const ended = isOpen(request) ? null : endedAs(request);
  const trouble = troubleOf(request) ?? run.trouble;
  if (ended || trouble !== run.trouble) runs.put({ ...run, trouble, ...(ended ? { [ended]: run[ended] + 1 } : {}) });
}

/** Writes down what the outcome says of the message, and has the request remember what was known before. */
async function movePin({ pins, requests }: PinsStores, request: PinRequest): Promise<PinRequest> {
  const known = await pins.get(request.messageKey);
  const pin = pinAfter(known, request);
  if (!pin) return request;
  pins.put(pin);
  const undone = request.undoes !== null && pin.state !== 'unknown' && (await requests.get(request.undoes));
  if (undone) requests.put({ ...undone, undone: true });
  // What an earlier try of the same request has said is no news from before it.
  return { before: pinBefore(known, request), ...request };
}

/** What people should be told: that it failed for good, or that its account has to be seen to. */
function troubleOf({ state, outcome, accountName, providerId }: PinRequest): Run['trouble'] {
  if (!outcome || outcome.kind === 'accepted') return null;
  const isTold =
    state === 'settled' || (state === 'queued' && outcome.reason !== 'offline' && outcome.reason !== 'limit');
  return isTold ? { accountName, providerId, outcome } : null;
}

function endedAs({ state, outcome }: PinRequest): keyof Pick<Run, 'accepted' | 'failed' | 'dropped'> {
  if (state !== 'settled') return 'dropped';
  return outcome?.kind === 'accepted' ? 'accepted' : 'failed';
}
