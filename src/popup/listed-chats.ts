import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { KnownChats } from '../accounts/chat-list';
import { onChange } from '../platform/changes';
import { type Failure, failure } from '../providers/contract/outcome';
import { worker } from '../ui/worker';

/** The chats of one account, and the state of loading them from the provider. */
export interface ListedChats {
  chats: ReadonlySignal<KnownChats['chats']>;
  isLoading: ReadonlySignal<boolean>;
  failure: ReadonlySignal<Failure | null>;
  /** Loads the chats from the provider, unless this popup has done so before. */
  loadOnce(): void;
  /** Loads the chats from the provider again. */
  reload(): void;
}

/** Returns a function that gives the chats of an account, always the same object for the same account. */
export function createListedChats(): (accountId: string) => ListedChats {
  const byAccount = new Map<string, ListedChats>();
  return (accountId) => {
    const listed = byAccount.get(accountId) ?? createAccountChats(accountId);
    byAccount.set(accountId, listed);
    return listed;
  };
}

/** Starts with the chats that the worker has stored, and adds chats as the worker receives them from the provider. */
function createAccountChats(accountId: string): ListedChats {
  const chats = signal<KnownChats['chats']>([]);
  const isLoading = signal(false);
  const loadFailure = signal<Failure | null>(null);
  let hasLoaded = false;

  async function read(): Promise<void> {
    const reply = await worker('chats', { accountId });
    if (reply.ok) chats.value = reply.answer.chats;
  }

  async function reload(): Promise<void> {
    hasLoaded = true;
    batch(() => {
      isLoading.value = true;
      loadFailure.value = null;
    });
    const reply = await worker('refresh chats', { accountId });
    batch(() => {
      if (reply.ok) chats.value = reply.answer.list.chats;
      isLoading.value = false;
      loadFailure.value = reply.ok ? reply.answer.failure : failure('unavailable', 'account');
    });
  }

  // The worker announces each page of chats that it has received from the provider.
  onChange((subject) => {
    if (subject === 'chats') void read();
  });
  void read();
  return {
    chats,
    isLoading,
    failure: loadFailure,
    loadOnce() {
      if (!hasLoaded) void reload();
    },
    reload: () => void reload(),
  };
}
