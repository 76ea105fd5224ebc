/** The single instances of the worker's parts, wired to each other and to the platform. */
import { deleteAccount, findAccount } from '../accounts/account-store';
import { type CallOf, callForAccount } from '../accounts/call-for-account';
import { callProvider } from '../accounts/call-provider';
import { chatListSchema, createChatBook } from '../accounts/chat-list';
import { completeAddress } from '../accounts/find-message-key';
import { createPinRequester } from '../pins/plan/request-pins';
import { createChangeCollector } from '../pins/queue/collect-changes';
import { createQueue } from '../pins/queue/queue';
import { createRecentWork } from '../pins/queue/recent-work';
import type { PinRequest } from '../pins/queue/request';
import { createRequestQueries } from '../pins/queue/request-queries';
import { type StoredRows, storeGuards } from '../pins/queue/stores';
import { setAlarm } from '../platform/alarms';
import { announce } from '../platform/changes';
import { delay, newId, now, random } from '../platform/clock';
import { disk, rowGuard } from '../platform/database';
import { afterCallsLeft } from '../platform/lifecycle';
import { isOnline } from '../platform/network';
import { throttle } from '../platform/throttle';
import { type Failure, failure, type MessagePage, type Outcome, providerOf, type RateReading } from '../providers';
import { showOnBadge } from './badge';

/** The number of requests that the popup shows. */
export const latestCount = 20;

/** Makes the call of a request. */
async function send(
  { accountId, providerId, action, address, days }: PinRequest,
  onRateReading: (reading: RateReading) => void,
): Promise<Outcome> {
  const account = await findAccount(accountId).catch(() => null);
  if (account === null) return failure('unavailable', 'storage');
  if (account?.providerId !== providerId) return failure('unavailable', 'account');
  const completed = await completeAddress(account, address, onRateReading);
  if ('kind' in completed) return completed;
  return callProvider(account, providerOf(providerId)[action](account.credentials, completed, days), onRateReading);
}

/** The alarm that wakes the queue. */
export const queueAlarm = 'queue';

const pinsDisk = disk<StoredRows>(storeGuards, (written) => {
  const isUrgent = recentWork.follow(written);
  if (changes.add(written)) void announceChanges(isUrgent);
});

/**
 * Opens the database while the accounts of the first event are read. An error is ignored here, because the first use of
 * the database meets the same error and reports it.
 */
export const openDisk = (): Promise<void> => pinsDisk.read(async () => {}).catch(() => {});

export const requestQueries = createRequestQueries(pinsDisk, isOnline, now);

const recentWork = createRecentWork(requestQueries.work);
const changes = createChangeCollector(now);

/** The minimum time between two updates of the open pages and the toolbar, in ms, however much a run changes. */
const updateIntervalMs = 250;

/** Tells the open pages what has changed, and shows it on the toolbar. */
const announceChanges = throttle(async () => {
  await afterCallsLeft();
  announce('requests', changes.take());
  await showOnBadge(recentWork.read);
}, updateIntervalMs);

/** Updates the toolbar, and lets the open pages read again what they show. */
export function updateBadge(): Promise<void> {
  changes.addEverything();
  return announceChanges(true);
}

export const queue = createQueue({
  disk: pinsDisk,
  perform: send,
  isOnline,
  now,
  random,
  newId,
  async deleteAccount(id) {
    await deleteAccount(id);
    await chatBook.forget(id);
  },
  wakeAt: (time) => setAlarm(queueAlarm, time),
});

export const { planForm, requestPins } = createPinRequester({ queue, requestQueries });

/** Makes a call for an account, and passes what the answer says about rate limits to the gate of the account. */
const callAccount = <T>(accountId: string, callOf: CallOf<T>): Promise<T | Failure> =>
  callForAccount(accountId, callOf, (reading) => void queue.learnRateLimit(accountId, reading));

/** The chats of every account, kept in IndexedDB. */
export const chatBook = createChatBook({
  disk: disk({ chats: rowGuard(chatListSchema) }),
  fetchPage: (accountId, page) =>
    callAccount(accountId, ({ listChats }, credentials) => listChats(credentials, page)).catch(() =>
      failure('unavailable', 'storage'),
    ),
  now,
  newId,
  delay,
  onChange: () => announce('chats'),
});

/** The number of messages of a chat on one page. */
const messagesPerPage = 25;

/** Returns a page of the latest messages of a chat, which is a JID. `page` is null for the first page. */
export const listMessages = (accountId: string, chat: string, page: number | null): Promise<MessagePage | Failure> =>
  callAccount(accountId, (provider, credentials) => provider.listMessages?.(credentials, chat, page, messagesPerPage));

/** Lets accounts that waited for the permission to reach their provider send again. */
export async function reopenReachable(): Promise<void> {
  const gates = await requestQueries.gates();
  for (const { id, closed } of gates) if (closed?.reason === 'permission') await queue.reopen(id);
}
