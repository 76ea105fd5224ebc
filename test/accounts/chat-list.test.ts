import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ChatList, chatListSchema, createChatBook } from '../../src/accounts/chat-list.ts';
import { disk as openDisk, rowGuard } from '../../src/platform/database.ts';
import { type ChatPage, type Failure, failure } from '../../src/providers/index.ts';

const clock = { now: 1000, runs: 0 };
const fetchPage = vi.fn<(accountId: string, page: number | null) => Promise<ChatPage | Failure>>();
const delay = vi.fn(async (ms: number) => {
  clock.now += ms;
});
const onChange = vi.fn();
const disk = openDisk<{ chats: ChatList }>({ chats: rowGuard(chatListSchema) });
const storedLists = () => disk.read((stores) => stores.chats.all());

const book = createChatBook({
  disk,
  fetchPage,
  now: () => clock.now,
  newId: () => `run ${++clock.runs}`,
  delay,
  onChange,
});

const chat = (name: string) => ({ chat: `${name}@c.us`, name });
const chats = (...names: string[]) => names.map(chat);
const pages = (...all: (ChatPage | Failure)[]) => {
  for (const page of all) fetchPage.mockResolvedValueOnce(page);
};
const names = async () => (await book.read('a')).chats.map(({ name }) => name);
/** The provider thinks until it is told what to answer. */
function nextAnswer(): (page: ChatPage) => void {
  let resolve: (page: ChatPage) => void = () => {};
  const later = new Promise<ChatPage>((resolved) => {
    resolve = resolved;
  });
  fetchPage.mockReturnValueOnce(later);
  return resolve;
}

const limit = (inMs: number) => failure('rate-limited', 'limit', { until: clock.now + inMs });

beforeEach(async () => {
  await disk.write(async ({ chats }) => {
    for (const { id } of await chats.all()) chats.remove(id);
  });
  vi.clearAllMocks();
  fetchPage.mockReset();
});

describe('a refresh', () => {
  it('fetches page by page, in the order of the provider', async () => {
    pages({ chats: chats('1', '2'), next: 7 }, { chats: chats('3'), next: null });
    const { list, failure: failed } = await book.refresh('a');
    expect([list, failed]).toEqual([{ chats: chats('1', '2', '3'), complete: true, fetchedAt: clock.now }, null]);
    expect(fetchPage.mock.calls).toEqual([
      ['a', null],
      ['a', 7],
    ]);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('keeps what was known until the end, then forgets what is gone', async () => {
    pages({ chats: chats('1', '2', '3'), next: null });
    await book.refresh('a');
    const seen: string[][] = [];
    onChange.mockImplementation(async () => seen.push(await names()));
    pages({ chats: chats('3'), next: 2 }, { chats: chats('4'), next: null });
    await book.refresh('a');
    await vi.waitFor(() => expect(seen[0]).toEqual(['3', '1', '2']));
    expect(await names()).toEqual(['3', '4']);
  });

  it('that fails keeps what came and what was known, and says why', async () => {
    pages({ chats: chats('1', '2'), next: null });
    await book.refresh('a');
    pages({ chats: chats('3'), next: 2 }, failure('unavailable', 'offline'));
    const { list, failure: failed } = await book.refresh('a');
    expect(failed).toMatchObject({ reason: 'offline' });
    expect(list.chats).toEqual(chats('3', '1', '2'));
  });

  it('that fails at once leaves the list as it was', async () => {
    pages({ chats: chats('1'), next: null });
    const before = (await book.refresh('a')).list;
    clock.now += 1;
    pages(failure('unknown', 'timeout'));
    expect((await book.refresh('a')).list).toEqual(before);
  });

  it('is joined by a second caller', async () => {
    pages({ chats: chats('1'), next: null });
    const [first, second] = await Promise.all([book.refresh('a'), book.refresh('a')]);
    expect(first).toBe(second);
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });

  it('leaves room between two calls', async () => {
    pages({ chats: chats('1'), next: 2 }, { chats: chats('2'), next: null });
    await book.refresh('a');
    expect(delay.mock.calls).toEqual([[250]]);
  });

  it('stops at a limit, and says so', async () => {
    pages({ chats: chats('1'), next: 2 }, limit(3000));
    const { list, failure: why } = await book.refresh('a');
    expect(list.chats).toEqual(chats('1'));
    expect(why).toMatchObject({ kind: 'rate-limited' });
  });

  it('is asked for 2 000 chats', async () => {
    fetchPage.mockImplementation(async (_id, page) => {
      const from = page ?? 0;
      return { chats: Array.from({ length: 150 }, (_, index) => chat(String(from + index))), next: from + 150 };
    });
    const { list } = await book.refresh('a');
    expect([list.chats.length, list.complete, fetchPage.mock.calls.length]).toEqual([2000, false, 14]);
  });

  it('that repeats a page is at its end', async () => {
    fetchPage.mockImplementation(async (_id, page) => ({ chats: chats('1', '2'), next: (page ?? 1) + 1 }));
    expect((await book.refresh('a')).list).toMatchObject({ chats: chats('1', '2'), complete: true });
    expect(fetchPage).toHaveBeenCalledTimes(2);
  });

  it('that lists only channels is asked 100 times', async () => {
    fetchPage.mockImplementation(async (_id, page) => ({ chats: [], next: (page ?? 1) + 1 }));
    expect((await book.refresh('a')).list.complete).toBe(false);
    expect(fetchPage).toHaveBeenCalledTimes(100);
  });
});

describe('what is forgotten', () => {
  it('is gone, and that of other accounts is not', async () => {
    pages({ chats: chats('1'), next: null }, { chats: chats('2'), next: null });
    await book.refresh('a');
    await book.refresh('b');
    await book.forget('a');
    expect(await names()).toEqual([]);
    expect((await book.read('b')).chats).toEqual(chats('2'));
  });

  it('does not come back by a refresh that was under way', async () => {
    const answer = nextAnswer();
    const running = book.refresh('a');
    await vi.waitFor(() => expect(fetchPage).toHaveBeenCalled());
    await book.forget('a');
    answer({ chats: chats('1'), next: null });
    await running;
    expect(await storedLists()).toEqual([]);
  });

  it('is not mixed with what is fetched anew meanwhile', async () => {
    const answer = nextAnswer();
    const old = book.refresh('a');
    await vi.waitFor(() => expect(fetchPage).toHaveBeenCalled());
    await book.forget('a');
    pages({ chats: chats('new'), next: null });
    await book.refresh('a');
    answer({ chats: chats('old'), next: null });
    await old;
    expect(await names()).toEqual(['new']);
  });
});
