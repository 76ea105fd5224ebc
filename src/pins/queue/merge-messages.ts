import type { PinRequest } from './request';
import type { PinsStores } from './stores';

/**
 * Merges two message keys that turned out to be one message: the requests under `otherKey` join the chain of
 * `messageKey` in the order in which they were made, and of two pin rows the one that was changed later is kept.
 */
export async function mergeMessages(stores: PinsStores, messageKey: string, otherKey: string): Promise<void> {
  const { newest, requests, pins } = stores;
  const otherNewest = await newest.get(otherKey);
  if (!otherNewest || otherKey === messageKey) return;
  const ownNewest = await newest.get(messageKey);
  const all = [...(await chainFrom(stores, ownNewest?.requestId)), ...(await chainFrom(stores, otherNewest.requestId))];
  all.sort((a, b) => b.sequence - a.sequence);
  // The lanes stay as they are, because a call may be under way.
  for (const [index, request] of all.entries())
    requests.put({ ...request, messageKey, previousId: all[index + 1]?.id ?? null });
  newest.remove(otherKey);
  newest.put({ id: messageKey, requestId: all[0]?.id ?? otherNewest.requestId });

  const pin = await pins.get(otherKey);
  if (!pin) return;
  pins.remove(otherKey);
  const isLatest = all.find(hasChangedPin)?.messageKey === otherKey;
  if (isLatest || !(await pins.get(messageKey))) pins.put({ ...pin, id: messageKey });
}

/** Returns a request and the earlier ones for the same message, newest first. */
async function chainFrom({ requests }: PinsStores, id: string | null | undefined): Promise<PinRequest[]> {
  const chain: PinRequest[] = [];
  for (let nextId = id; nextId; ) {
    const request: PinRequest | undefined = await requests.get(nextId);
    if (request) chain.push(request);
    nextId = request?.previousId;
  }
  return chain;
}

const hasChangedPin = ({ outcome }: PinRequest): boolean => outcome?.kind === 'accepted' || outcome?.kind === 'unknown';
