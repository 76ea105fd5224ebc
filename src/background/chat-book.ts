import type { Account } from '../accounts/account';
import { findAccount } from '../accounts/account-store';
import { callProvider } from '../accounts/call-provider';
import { chatListSchema, createChatBook } from '../accounts/chat-list';
import { announce } from '../platform/changes';
import { delay, newId, now } from '../platform/clock';
import { disk, rowGuard } from '../platform/database';
import { type Call, type Failure, failure, type Provider, providerOf } from '../providers';
import { queue } from './services';

/** Asks the provider something for the account of that id. */
export async function askFor<T>(
  accountId: string,
  callOf: (record: Provider, credentials: Account['credentials']) => Call<T> | undefined,
): Promise<T | Failure> {
  const account = await findAccount(accountId);
  const call = account && callOf(providerOf(account.providerId), account.credentials);
  return call
    ? callProvider(account, call, (reading) => void queue.learnRateLimit(accountId, reading))
    : failure('unavailable', 'account');
}

/** The chats of every account, kept in IndexedDB. */
export const chatBook = createChatBook({
  disk: disk({ chats: rowGuard(chatListSchema) }),
  fetchPage: (accountId, page) =>
    askFor(accountId, ({ listChats }, credentials) => listChats(credentials, page)).catch(() =>
      failure('unavailable', 'account'),
    ),
  now,
  newId,
  delay,
  onChange: () => announce('chats'),
});
