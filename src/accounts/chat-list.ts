import * as v from 'valibot';
import type { Disk } from '../platform/database';
import type { ChatEntry, ChatPage, Failure } from '../providers';

/** The chats of one account as they were last fetched. This is a cache: the provider has the current list. */
export const chatListSchema = v.object({
  /** The id of the account. */
  id: v.string(),
  chats: v.array(v.object({ chat: v.string(), name: v.string() })),
  /** Whether the provider has listed all its chats, so that there are no others. */
  complete: v.boolean(),
  /** When the latest page arrived, in unix ms; null before the first one. */
  fetchedAt: v.nullable(v.number()),
  /** The id of the refresh that writes to this list. */
  run: v.string(),
});
export type ChatList = v.InferOutput<typeof chatListSchema>;

/** The part of a chat list that pages see. */
export type KnownChats = Pick<ChatList, 'chats' | 'complete' | 'fetchedAt'>;

/** A list after a refresh. If the refresh failed, the list has what was fetched before the failure. */
export interface Refreshed {
  list: KnownChats;
  failure: Failure | null;
}

export interface ChatBookParts {
  disk: Disk<{ chats: ChatList }>;
  /** Asks the provider for one page of an account's chats; the first page if `page` is null. */
  fetchPage(accountId: string, page: number | null): Promise<ChatPage | Failure>;
  now(): number;
  newId(): string;
  delay(ms: number): Promise<void>;
  /** Called after every page that was stored. */
  onChange(): void;
}

/** The chat lists of all accounts. */
export interface ChatBook {
  read(accountId: string): Promise<KnownChats>;
  /** Fetches the chats page by page, one call at a time. A second caller shares the refresh of the first. */
  refresh(accountId: string): Promise<Refreshed>;
  forget(accountId: string): Promise<void>;
}

const maxChats = 2000;
const maxPages = 100;
/**
 * The pause between two pages, in ms. It leaves room for pins while a list is fetched: the lowest known limit is 10
 * calls in 2 s. Source: docs/providers.md "Across providers".
 */
const pageIntervalMs = 250;

export function createChatBook({ disk, fetchPage, now, newId, delay, onChange }: ChatBookParts): ChatBook {
  const running = new Map<string, Promise<Refreshed>>();

  const read = async (id: string): Promise<KnownChats> => {
    const list = await disk.read(({ chats }) => chats.get(id));
    const { chats, complete, fetchedAt } = list ?? { chats: [], complete: false, fetchedAt: null };
    return { chats, complete, fetchedAt };
  };

  async function fetchAll(id: string): Promise<Refreshed> {
    const previous = await read(id);
    const run = newId();
    await disk.writeRelaxed(async ({ chats }) => chats.put({ ...previous, id, run }));
    const fetched = new Map<string, ChatEntry>();
    // If the account was forgotten or another refresh has begun, nothing is stored.
    const store = (changes: Partial<KnownChats>) =>
      disk.writeRelaxed(async ({ chats }) => {
        const list = await chats.get(id);
        if (list?.run === run) chats.put({ ...list, ...changes, fetchedAt: now() });
      });

    let page: number | null = null;
    for (let pageCount = 0; pageCount < maxPages; pageCount += 1) {
      const answer = await fetchPage(id, page);
      if ('kind' in answer) return { list: await read(id), failure: answer };
      const previousCount = fetched.size;
      for (const entry of answer.chats) fetched.set(entry.chat, fetched.get(entry.chat) ?? entry);
      // A provider that repeats the same page forever has no more chats either.
      const hasEnded = answer.next === null || (fetched.size === previousCount && answer.chats.length > 0);
      if (hasEnded || fetched.size >= maxChats) {
        await store({ chats: [...fetched.values()].slice(0, maxChats), complete: hasEnded });
        onChange();
        break;
      }
      await store({ chats: withPrevious(fetched, previous.chats) });
      onChange();
      page = answer.next;
      await delay(pageIntervalMs);
    }
    return { list: await read(id), failure: null };
  }

  return {
    read,
    refresh(id) {
      const shared = running.get(id);
      if (shared) return shared;
      const refresh = fetchAll(id).finally(() => running.get(id) === refresh && running.delete(id));
      running.set(id, refresh);
      return refresh;
    },
    async forget(id) {
      running.delete(id);
      await disk.writeRelaxed(async ({ chats }) => chats.remove(id));
    },
  };
}

/**
 * Appends the chats of the previous list to those that were just fetched, so that none is missing until all are
 * fetched.
 */
const withPrevious = (fetched: ReadonlyMap<string, ChatEntry>, previous: readonly ChatEntry[]): ChatEntry[] =>
  [...fetched.values(), ...previous.filter(({ chat }) => !fetched.has(chat))].slice(0, maxChats);
