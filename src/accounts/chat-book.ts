import { queue } from '../background/services';
import { cache } from '../platform/cache';
import { announce } from '../platform/changes';
import { delay, newId, now } from '../platform/clock';
import { rowGuard } from '../platform/database';
import { type Call, type Failure, failure, type Provider, providerOf } from '../providers';
import type { Account } from './account';
import { findAccount } from './account-store';
import { callProvider } from './call-provider';
import { chatListSchema, createChatBook } from './chat-list';

/** Asks the provider something for the account of that id. */
export async function askFor<T>(
  accountId: string,
  callOf: (record: Provider, credentials: Account['credentials']) => Call<T> | undefined,
): Promise<T | Failure> {
  const account = await findAccount(accountId);
  const call = account && callOf(providerOf(account.providerId), account.credentials);
  return call
    ? callProvider(account, call, (reading) => void queue.heard(accountId, reading))
    : failure('unavailable', 'account');
}

/** The chats of every account, kept in IndexedDB. */
export const chatBook = createChatBook({
  cache: cache('chats', rowGuard(chatListSchema)),
  fetchPage: (accountId, page) =>
    askFor(accountId, ({ listChats }, credentials) => listChats(credentials, page)).catch(() =>
      failure('unavailable', 'account'),
    ),
  now,
  newId,
  pause: delay,
  changed: () => announce('chats'),
});
