import { hasFailed, type PinRequest } from './request';
import { isUnsent } from './request-states';
import type { PinsStores } from './stores';

type Stores = Pick<PinsStores, 'newest' | 'requests' | 'runs'>;

/**
 * Returns whether a later request for the same message was sent or will be sent. If so, this request must not be sent
 * after it.
 */
export async function isSuperseded(stores: Stores, request: PinRequest): Promise<boolean> {
  let id: string | null = (await stores.newest.get(request.messageKey))?.requestId ?? null;
  while (id !== null && id !== request.id) {
    const later: PinRequest | undefined = await stores.requests.get(id);
    if (!later) return false;
    if (!isFailedUndo(later, request) && (await supersedes(stores, later))) return true;
    id = later.previousId;
  }
  return false;
}

/**
 * Returns whether a request tried to undo the other one and failed. Such a request supersedes nothing, and can be made
 * again.
 */
export const isFailedUndo = (request: PinRequest, { id }: Pick<PinRequest, 'id'>): boolean =>
  request.undoes === id && hasFailed(request);

/**
 * Returns whether a later request supersedes earlier ones. A request that was cancelled or replaced does not, and
 * neither does an unsent request of a run that is not running.
 */
async function supersedes({ runs }: Stores, { state, run }: PinRequest): Promise<boolean> {
  if (state === 'cancelled' || state === 'replaced') return false;
  return run === '' || !isUnsent({ state }) || (await runs.get(run))?.state === 'running';
}
