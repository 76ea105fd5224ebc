import { placeOf } from './board';
import { isUnsent } from './machine';
import type { PinRequest } from './pin-request';
import type { PinsStores } from './rows';

/** Whether something else was wished for the same message since, that was sent or will be: then this one must not come after. */
export async function isSuperseded({ board, requests, runs }: PinsStores, request: PinRequest): Promise<boolean> {
  const entry = await board.get(placeOf(request));
  if (!entry || entry.requestId === request.id) return false;
  const later = await requests.get(entry.requestId);
  if (!later || later.state === 'cancelled') return false;
  if (later.run === '' || !isUnsent(later)) return true;
  const state = (await runs.get(later.run))?.state;
  return state === 'running' || state === 'paused';
}
