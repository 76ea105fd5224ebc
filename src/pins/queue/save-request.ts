import { pinAfter, pinBefore } from '../board/pin';
import type { PinRequest } from './request';
import { isOpen } from './request-states';
import { counterOf, type Run } from './run';
import type { PinsStores } from './stores';

/**
 * Writes a request that an event has changed; does nothing for null, which stands for an event that could not happen.
 * In the same transaction, updates the pin row of the message if a call has just ended, and the counts of the run if
 * the request has ended.
 */
export async function saveRequest(stores: PinsStores, changed: PinRequest | null | undefined): Promise<void> {
  if (!changed) return;
  const { requests, runs } = stores;
  const earlier = await requests.get(changed.id);
  const request = earlier?.state === 'sending' ? await updatePin(stores, changed) : changed;
  requests.put(request);
  const run = request.run === '' ? undefined : await runs.get(request.run);
  if (!run) return;
  const trouble = troubleOf(request) ?? run.trouble;
  if (!isOpen(request)) {
    const counter = counterOf(request);
    runs.put({ ...run, trouble, [counter]: run[counter] + 1, lastEndedAt: request.settledAt });
  } else if (trouble !== run.trouble) runs.put({ ...run, trouble });
}

/** Updates the pin row of the message by the outcome, and returns the request with the state of the pin before it. */
async function updatePin({ pins, requests }: PinsStores, request: PinRequest): Promise<PinRequest> {
  const earlier = await pins.get(request.messageKey);
  const pin = pinAfter(earlier, request);
  if (!pin) return request;
  pins.put(pin);
  const undone = request.undoes !== null && pin.state !== 'unknown' && (await requests.get(request.undoes));
  if (undone) requests.put({ ...undone, undone: true });
  // A `before` that an earlier try of the same request has stored is kept.
  return { before: pinBefore(earlier, request), ...request };
}

/** Returns the failure to show at the run: the request has failed for good, or its account needs the user. */
function troubleOf({ state, outcome, accountName, providerId }: PinRequest): Run['trouble'] {
  if (!outcome || outcome.kind === 'accepted') return null;
  const needsUser = state === 'queued' && outcome.reason !== 'offline' && outcome.reason !== 'limit';
  return state === 'settled' || needsUser ? { accountName, providerId, outcome } : null;
}
