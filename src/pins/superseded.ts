import { isUnsent } from './machine';
import type { PinRequest } from './pin-request';
import type { PinsStores } from './rows';

type Stores = Pick<PinsStores, 'newest' | 'requests' | 'runs'>;

/** Whether something else was asked for the same message since, that was sent or will be: then this one must not come after. */
export async function isSuperseded(stores: Stores, request: PinRequest): Promise<boolean> {
  let id: string | null = (await stores.newest.get(request.messageKey))?.requestId ?? null;
  while (id !== null && id !== request.id) {
    const later: PinRequest | undefined = await stores.requests.get(id);
    if (!later) return false;
    if (!hasFailedToUndo(later, request) && (await counts(stores, later))) return true;
    id = later.previousId;
  }
  return false;
}

/** An undo that failed is no news: it can be made again. */
const hasFailedToUndo = ({ state, undoes, outcome }: PinRequest, { id }: PinRequest): boolean =>
  undoes === id && state === 'settled' && outcome?.kind !== 'accepted';

/** What was taken back, or waits in a run that does not go and may be cancelled yet, stands in nobody's way. */
async function counts({ runs }: Stores, { state, run }: PinRequest): Promise<boolean> {
  if (state === 'cancelled' || state === 'replaced') return false;
  return run === '' || !isUnsent({ state }) || (await runs.get(run))?.state === 'running';
}
