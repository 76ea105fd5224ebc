import * as v from 'valibot';
import type { Cache } from '../platform/cache';
import type { ChatEntry, ChatPage, Failure } from '../providers';

/** The chats of one account as they were last fetched. A cache: the provider has the truth. */
export const chatListSchema = v.object({
  /** The account's. */
  id: v.string(),
  chats: v.array(v.object({ chat: v.string(), name: v.string() })),
  /** Whether the provider was asked to the end, so that there are no others. */
  complete: v.boolean(),
  /** Unix ms of the last page; null before the first. */
  fetchedAt: v.nullable(v.number()),
  /** The run that writes here. */
  run: v.string(),
});
export type ChatList = v.InferOutput<typeof chatListSchema>;

/** What pages see of it. */
export type KnownChats = Pick<ChatList, 'chats' | 'complete' | 'fetchedAt'>;

/** A list after it was asked for anew; what was fetched before a failure is in it. */
export interface Refreshed {
  list: KnownChats;
  failure: Failure | null;
}

export interface ChatBookParts {
  cache: Cache<ChatList>;
  /** Asks the provider for one page of an account's chats. */
  fetchPage(accountId: string, page: number | null): Promise<ChatPage | Failure>;
  now(): number;
  newId(): string;
  pause(ms: number): Promise<void>;
  /** Called after every page that was kept. */
  changed(): void;
}

/** What is known of the chats of every account. */
export interface ChatBook {
  read(accountId: string): Promise<KnownChats>;
  /** Fetches the chats page by page, one call at a time; a second caller joins the first. */
  refresh(accountId: string): Promise<Refreshed>;
  forget(accountId: string): Promise<void>;
}

const maxList = { chats: 2000, pages: 100 };
/** Pause between two pages (ms). It leaves room for a pin within the lowest known limit, 10 calls in 2 s. Source: docs/providers.md "Across providers". */
const betweenPages = 250;

export function createChatBook({ cache, fetchPage, now, newId, pause, changed }: ChatBookParts): ChatBook {
  const running = new Map<string, Promise<Refreshed>>();

  const read = async (id: string): Promise<KnownChats> => {
    const { chats, complete, fetchedAt } = (await cache.get(id)) ?? { chats: [], complete: false, fetchedAt: null };
    return { chats, complete, fetchedAt };
  };

  async function run(id: string): Promise<Refreshed> {
    const before = await read(id);
    const mine = newId();
    await cache.put({ ...before, id, run: mine });
    const found = new Map<string, ChatEntry>();
    // Written only where nobody has forgotten the account or begun anew.
    const keep = (list: Partial<KnownChats>) =>
      cache.update(id, (row) => (row.run === mine ? { ...row, ...list, fetchedAt: now() } : row));

    let page: number | null = null;
    for (let asked = 0; asked < maxList.pages; asked += 1) {
      const answer = await fetchPage(id, page);
      if ('kind' in answer) return { list: await read(id), failure: answer };
      const known = found.size;
      for (const entry of answer.chats) found.set(entry.chat, found.get(entry.chat) ?? entry);
      // A provider that gives the same page for ever is at its end, too.
      const ended = answer.next === null || (found.size === known && answer.chats.length > 0);
      const full = found.size >= maxList.chats;
      if (ended || full) {
        await keep({ chats: [...found.values()].slice(0, maxList.chats), complete: ended });
        changed();
        break;
      }
      await keep({ chats: withOlder(found, before.chats) });
      changed();
      page = answer.next;
      await pause(betweenPages);
    }
    return { list: await read(id), failure: null };
  }

  return {
    read,
    refresh(id) {
      const joined = running.get(id);
      if (joined) return joined;
      const started = run(id).finally(() => running.get(id) === started && running.delete(id));
      running.set(id, started);
      return started;
    },
    async forget(id) {
      running.delete(id);
      await cache.remove(id);
    },
  };
}

/** What was just found, then what is known from before: until all is fetched, nothing known is lost. */
const withOlder = (found: ReadonlyMap<string, ChatEntry>, before: readonly ChatEntry[]): ChatEntry[] =>
  [...found.values(), ...before.filter(({ chat }) => !found.has(chat))].slice(0, maxList.chats);
