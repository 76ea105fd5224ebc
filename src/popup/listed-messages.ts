import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageEntry } from '../providers/contract/lists';
import { type Failure, failure } from '../providers/contract/outcome';
import { worker } from '../ui/worker';

/** The messages of a chat that have been loaded so far, newest first. */
export interface MessagePages {
  messages: readonly MessageEntry[];
  isLoading: boolean;
  failure: Failure | null;
  /** The number of the next older page; null if there is none, and before the first page is loaded. */
  nextPage: number | null;
}

export interface ListedMessages {
  pages: ReadonlySignal<MessagePages>;
  /** Loads the next page, or the same one again after a failure. Does nothing while a page is being loaded. */
  load(): void;
}

export const noPages: MessagePages = {
  messages: [],
  isLoading: false,
  failure: null,
  nextPage: null,
};

/** Loads the latest messages of a chat from the provider, one page at a time. The first page is loaded at once. */
export function createListedMessages(accountId: string, chat: string): ListedMessages {
  const pages = signal(noPages);

  async function load(): Promise<void> {
    const before = pages.peek();
    if (before.isLoading) return;
    pages.value = { ...before, isLoading: true, failure: null };
    const reply = await worker('messages', { accountId, chat, page: before.nextPage });
    const answer = reply.ok ? reply.answer : failure('unavailable', 'account');
    if ('kind' in answer) {
      pages.value = { ...before, failure: answer };
      return;
    }
    const loadedKeys = new Set(before.messages.map(({ key }) => key));
    pages.value = {
      ...noPages,
      messages: [...before.messages, ...answer.messages.filter(({ key }) => !loadedKeys.has(key))],
      nextPage: answer.next,
    };
  }

  void load();
  return { pages, load: () => void load() };
}
