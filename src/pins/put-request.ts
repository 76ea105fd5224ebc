import { isOpen } from './machine';
import type { PinRequest } from './pin-request';
import type { PinsStores } from './rows';
import type { Run } from './run';

/** Writes a request that was moved, and counts it in its run where it has just ended. Null: it could not be moved. */
export async function putMoved({ requests, runs }: PinsStores, request: PinRequest | null | undefined): Promise<void> {
  if (!request) return;
  requests.put(request);
  const run = request.run === '' ? undefined : await runs.get(request.run);
  if (!run) return;
  const ended = isOpen(request) ? null : endedAs(request);
  const trouble = troubleOf(request) ?? run.trouble;
  if (ended || trouble !== run.trouble) runs.put({ ...run, trouble, ...(ended ? { [ended]: run[ended] + 1 } : {}) });
}

/** What people should be told: that it failed for good, or that its account has to be seen to. */
function troubleOf({ state, outcome, accountName, provider }: PinRequest): Run['trouble'] {
  if (!outcome || outcome.kind === 'accepted') return null;
  const isTold =
    state === 'settled' || (state === 'queued' && outcome.reason !== 'offline' && outcome.reason !== 'limit');
  return isTold ? { accountName, provider, outcome } : null;
}

function endedAs({ state, outcome }: PinRequest): keyof Pick<Run, 'accepted' | 'failed' | 'dropped'> {
  if (state !== 'settled') return 'dropped';
  return outcome?.kind === 'accepted' ? 'accepted' : 'failed';
}
