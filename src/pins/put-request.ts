import { isOpen } from './machine';
import type { PinRequest } from './pin-request';
import type { PinsStores } from './rows';
import type { Run } from './run';

/** Writes a request that was moved, and counts it in its run where it has just ended. Null: it could not be moved. */
export async function putMoved({ requests, runs }: PinsStores, request: PinRequest | null | undefined): Promise<void> {
  if (!request) return;
  requests.put(request);
  const run = request.run === '' || isOpen(request) ? undefined : await runs.get(request.run);
  if (!run) return;
  const ended = endedAs(request);
  runs.put({ ...run, [ended]: run[ended] + 1 });
}

function endedAs({ state, outcome }: PinRequest): keyof Pick<Run, 'accepted' | 'failed' | 'dropped'> {
  if (state !== 'settled') return 'dropped';
  return outcome?.kind === 'accepted' ? 'accepted' : 'failed';
}
