import { adopt } from './adopt';
import { learnAliases, otherMeanings, resolveAliases } from './aliases';
import { type Identity, identify } from './message-key';
import type { PinRequest, Wish } from './request';
import { applyEvent, isOpen } from './request-states';
import type { Run } from './run';
import { saveRequest } from './save-request';
import type { PinsStores } from './stores';
import { isSuperseded } from './superseded';

/** The request that does what was wished, and whether it was made for that. */
export interface EnqueuedWish {
  id: string;
  isNew: boolean;
}

interface Parts {
  /** Now, unix ms. */
  at: number;
  newId(): string;
  /** Now, too, but never the same twice. */
  stamp(): number;
  /** The place in line of what is asked for now. */
  place(createdAt: number): number;
}

/** Two gestures that ask the same within this time, in ms, are one. */
const doubleClickMs = 2_000;

/**
 * Makes requests of wishes, inside a transaction: per account and message the newest takes the place of what was not
 * sent. None is made to undo what something newer has overtaken.
 */
export async function enqueueWishes(
  stores: PinsStores,
  wishes: readonly Wish[],
  run: Run | null,
  parts: Parts,
): Promise<EnqueuedWish[]> {
  for (const wish of wishes) learnAliases(stores, wish);
  const identityOf = async (wish: Wish) => identify(wish, await resolveAliases(stores, wish));
  for (const wish of wishes) {
    for (const meant of otherMeanings(wish)) {
      await adopt(stores, (await identityOf(wish)).messageKey, identify(wish, meant).messageKey);
    }
  }
  // Read together: one by one, ten thousand would take seconds.
  const items = await Promise.all(
    wishes.map(async (wish) => {
      const identity = await identityOf(wish);
      return { wish, identity, newestId: (await stores.newest.get(identity.messageKey))?.requestId ?? null };
    }),
  );
  const newest = new Map<string, string>();
  const all: EnqueuedWish[] = [];
  for (const { wish, identity, newestId } of items) {
    const made = await askOne(stores, wish, identity, newest.get(identity.messageKey) ?? newestId, run, parts);
    if (!made) continue;
    newest.set(identity.messageKey, made.id);
    all.push(made);
  }
  for (const [key, requestId] of newest) stores.newest.put({ id: key, requestId });
  return all;
}

/** @param previousId the newest request for the message so far */
async function askOne(
  stores: PinsStores,
  wish: Wish,
  identity: Identity,
  previousId: string | null,
  run: Run | null,
  { at, newId, stamp, place: inLine }: Parts,
): Promise<EnqueuedWish | null> {
  const last = previousId === null ? undefined : await stores.requests.get(previousId);
  if (last && isSame(last, wish, run?.id ?? '', at)) {
    // Whoever asks for it again wants it now.
    await saveRequest(stores, applyEvent(last, 'hasten', at));
    return { id: last.id, isNew: false };
  }
  const undone = wish.undoes ? await stores.requests.get(wish.undoes) : undefined;
  if (undone && !isFailedTry(last, undone.id) && (await isSuperseded(stores, undone))) return null;
  // While a run is handed over it may still be discarded: until it goes, what waits is not replaced by it.
  if (run?.state !== 'loading') await saveRequest(stores, last && applyEvent(last, 'replace', at));

  const id = newId();
  const createdAt = stamp();
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
    previousId,
    undoes,
    undone: false,
    createdAt,
    state: 'queued',
    dueAt: inLine(createdAt),
    tries: 0,
    lease: null,
    settledAt: null,
    outcome: null,
    seen: false,
  });
  return { id, isNew: true };
}

/** Whether the newest request for a message is a try to undo that one which came to nothing: nothing else was asked since. */
const isFailedTry = (newest: PinRequest | undefined, undone: string): boolean =>
  newest?.undoes === undone && newest.state === 'settled' && newest.outcome?.kind !== 'accepted';

/** Whether an earlier request does what is asked: it waits for its turn, is on its way, or has just been accepted. */
function isSame(last: PinRequest, wish: Wish, inRun: string, at: number): boolean {
  const { action, days, run, createdAt, outcome, address } = last;
  if (action !== wish.action || (action === 'pin' && days !== wish.days)) return false;
  // A corrected key or chat is another request.
  if (address.messageId !== wish.address.messageId || address.chat !== wish.address.chat) return false;
  // In a run it can be paused or cancelled with it.
  if (isOpen(last)) return run === inRun;
  return outcome?.kind === 'accepted' && Math.abs(at - createdAt) < doubleClickMs;
}
