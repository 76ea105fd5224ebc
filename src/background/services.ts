import { findAccount } from '../accounts/account-store';
import { callProvider } from '../accounts/call-provider';
import { completeAddress } from '../accounts/find-message-key';
import { knownChats } from '../pins/plan/known-chats';
import { createQueue } from '../pins/queue/queue';
import type { PinRequest } from '../pins/queue/request';
import { createRequestQueries } from '../pins/queue/request-queries';
import { type StoredRows, storeGuards } from '../pins/queue/stores';
import { newId, now, random } from '../platform/clock';
import { disk } from '../platform/database';
import { wakeAt } from '../platform/lifecycle';
import { isOnline } from '../platform/network';
import { failure, type Outcome, providerOf, type RateReading } from '../providers';
import { createBadgeUpdater } from './badge';

/** How many requests the popup shows. */
export const latestCount = 20;
/** How far back a request may still tell in which chat a message is. */
const maxRememberedRequests = 500;

async function send(
  { accountId, providerId: id, action, address, days }: PinRequest,
  heard: (reading: RateReading) => void,
): Promise<Outcome> {
  const account = await findAccount(accountId).catch(() => null);
  if (account === null) return failure('unavailable', 'storage');
  if (account?.providerId !== id) return failure('unavailable', 'account');
  const complete = await completeAddress(account, address, heard);
  if ('kind' in complete) return complete;
  return callProvider(account, providerOf(id)[action](account.credentials, complete, days), heard);
}

const pins = disk<StoredRows>(storeGuards);

export const requestQueries = createRequestQueries(pins, isOnline, now);

/** Shows on the toolbar and on open pages what has changed. */
export const updateBadge = createBadgeUpdater(requestQueries);

export const queue = createQueue({
  disk: pins,
  perform: send,
  isOnline,
  now,
  random,
  newId,
  wakeAt: (at) => wakeAt(at, () => queue.wake()),
  onChange: () => void updateBadge(),
});

/** In which chats these messages were requested before. */
export const knownChatsOf = async (messageIds: readonly string[]): Promise<Record<string, string>> =>
  messageIds.length === 0 ? {} : knownChats(await requestQueries.latest(maxRememberedRequests), messageIds);

/** Requests whose account waits for the user to let Pushpin reach its provider. */
export async function reopenReachable(): Promise<void> {
  const gates = await requestQueries.gates();
  for (const { id, closed } of gates) if (closed?.why === 'permission') await queue.reopen(id);
}
