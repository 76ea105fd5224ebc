import { resolveAliases, saveAliases, unresolvedAddresses } from './aliases';
import { takeSequence } from './bookkeeping';
import { mergeMessages } from './merge-messages';
import { type Identity, identify } from './message-key';
import type { PinRequest, Wish } from './request';
import { applyEvent, isOpen, type QueuedRank, queuedTurn } from './request-states';
import type { Run } from './run';
import { saveRequest } from './save-request';
import type { PinsStores } from './stores';
import { isFailedUndo, isSuperseded } from './superseded';

/** The request that does what a wish asks for. `isNew` is false if an earlier request already asks for the same. */
export interface EnqueuedWish {
  id: string;
  isNew: boolean;
}

interface EnqueueParts {
  /** Unix ms. */
  now: number;
  newId(): string;
  rank: QueuedRank;
}

/** A wish with the rows about its message, as its transaction has read them. */
interface ResolvedWish {
  wish: Wish;
  identity: Identity;
  /** The newest request for the message so far. */
  newestId: string | null;
}

/** The time in ms within which the same wish counts as a double click. */
const doubleClickMs = 2_000;

/**
 * Writes a request for each wish, inside a transaction. Each request replaces the unsent ones for the same message. A
 * wish to undo a request that a newer one has superseded makes none.
 */
export async function enqueueWishes(
  stores: PinsStores,
  wishes: readonly Wish[],
  run: Run | null,
  parts: EnqueueParts,
): Promise<EnqueuedWish[]> {
  for (const wish of wishes) saveAliases(stores, wish);
  const identityOf = async (wish: Wish) => identify(wish, await resolveAliases(stores, wish));
  for (const wish of wishes) {
    for (const address of unresolvedAddresses(wish)) {
      await mergeMessages(stores, (await identityOf(wish)).messageKey, identify(wish, address).messageKey);
    }
  }
  // The reads run in parallel, because ten thousand of them one after the other take seconds.
  const [firstSequence, resolved] = await Promise.all([
    takeSequence(stores, wishes.length),
    Promise.all(
      wishes.map(async (wish): Promise<ResolvedWish> => {
        const identity = await identityOf(wish);
        const newestId = (await stores.newest.get(identity.messageKey))?.requestId ?? null;
        if (newestId !== null) await stores.requests.get(newestId);
        return { wish, identity, newestId };
      }),
    ),
  ]);
  const newest = new Map<string, string>();
  const enqueued: EnqueuedWish[] = [];
  for (const [index, item] of resolved.entries()) {
    const { messageKey } = item.identity;
    const newestId = newest.get(messageKey) ?? item.newestId;
    const result = await enqueueOne(stores, { ...item, newestId }, firstSequence + index, run, parts);
    if (!result) continue;
    newest.set(messageKey, result.id);
    enqueued.push(result);
  }
  for (const [id, requestId] of newest) stores.newest.put({ id, requestId });
  return enqueued;
}

/** @param sequence the sequence number of the request, if one is made */
async function enqueueOne(
  stores: PinsStores,
  { wish, identity, newestId }: ResolvedWish,
  sequence: number,
  run: Run | null,
  { now, newId, rank }: EnqueueParts,
): Promise<EnqueuedWish | null> {
  const newest = newestId === null ? undefined : await stores.requests.get(newestId);
  if (newest && isSameWish(newest, wish, run?.id ?? '', now)) {
    // A wish that repeats a waiting request means that the user wants it sent now.
    await saveRequest(stores, applyEvent(newest, 'hasten', now, { turn: queuedTurn(sequence) }));
    return { id: newest.id, isNew: false };
  }
  if (wish.undoes && !(await canUndo(stores, wish.undoes, newest))) return null;
  // A run that is still loading may be discarded, so its requests replace nothing until it runs.
  if (run?.state !== 'loading') await saveRequest(stores, newest && applyEvent(newest, 'replace', now));

  const id = newId();
  const { accountId, accountName, providerId, action, days, chatFrom, undoes = null } = wish;
  const { messageId, chat } = wish.address;
  stores.requests.put({
    id,
    run: run?.id ?? '',
    accountId,
    accountName,
    providerId,
    action,
    days,
    address: { messageId, chat },
    ...(chatFrom ? { chatFrom } : {}),
    ...identity,
    previousId: newestId,
    undoes,
    undone: false,
    createdAt: now,
    sequence,
    state: 'queued',
    turn: queuedTurn(sequence, rank),
    dueAt: null,
    tries: 0,
    callStartedAt: null,
    settledAt: null,
    outcome: null,
    seen: false,
  });
  return { id, isNew: true };
}

/** Returns whether a request can still be undone: it exists, and only failed attempts to undo it came after it. */
async function canUndo(stores: PinsStores, id: string, newest: PinRequest | undefined): Promise<boolean> {
  const request = await stores.requests.get(id);
  if (!request) return false;
  return (newest !== undefined && isFailedUndo(newest, request)) || !(await isSuperseded(stores, request));
}

/**
 * Returns whether the newest request for a message does what a wish asks for: it is still open, or was accepted just
 * now.
 */
function isSameWish(newest: PinRequest, wish: Wish, runId: string, now: number): boolean {
  const { action, days, run, createdAt, outcome, address } = newest;
  if (action !== wish.action || (action === 'pin' && days !== wish.days)) return false;
  // A corrected key or chat is another request.
  if (address.messageId !== wish.address.messageId || address.chat !== wish.address.chat) return false;
  // A request of a run can be paused or cancelled with the run, so it cannot stand in for one of a gesture.
  if (isOpen(newest)) return run === runId;
  return outcome?.kind === 'accepted' && Math.abs(now - createdAt) < doubleClickMs;
}
