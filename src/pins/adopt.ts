import type { PinRequest } from './pin-request';
import type { PinsStores } from './rows';

/**
 * What was asked by another name of a message, before anybody knew that it is one, is about that message from here on:
 * its requests stand in one row with the others, by when they were asked for, and what is known of it is known once.
 */
export async function adopt(stores: PinsStores, messageKey: string, otherKey: string): Promise<void> {
  const { newest, requests, pins } = stores;
  const other = await newest.get(otherKey);
  if (!other || otherKey === messageKey) return;
  const own = await newest.get(messageKey);
  const all = [...(await allFrom(stores, own?.requestId)), ...(await allFrom(stores, other.requestId))];
  all.sort((a, b) => b.createdAt - a.createdAt);
  // Their lanes stay: one of them may be on its way.
  for (const [at, request] of all.entries())
    requests.put({ ...request, messageKey, previousId: all[at + 1]?.id ?? null });
  newest.remove(otherKey);
  newest.put({ id: messageKey, requestId: all[0]?.id ?? other.requestId });

  const pin = await pins.get(otherKey);
  if (!pin) return;
  pins.remove(otherKey);
  const isLatest = all.find(hasToldOfPin)?.messageKey === otherKey;
  if (isLatest || !(await pins.get(messageKey))) pins.put({ ...pin, id: messageKey });
}

/** A request and those for the same message before it, newest first. */
async function allFrom({ requests }: PinsStores, id: string | null | undefined): Promise<PinRequest[]> {
  const found: PinRequest[] = [];
  for (let next = id; next; ) {
    const request: PinRequest | undefined = await requests.get(next);
    if (request) found.push(request);
    next = request?.previousId;
  }
  return found;
}

const hasToldOfPin = ({ outcome }: PinRequest): boolean => outcome?.kind === 'accepted' || outcome?.kind === 'unknown';
