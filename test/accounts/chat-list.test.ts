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

const makeChat = (name: string) => ({ chat: `${name}@c.us`, name });
const makeChats = (...names: string[]) => names.map(makeChat);
const answerWithPages = (...all: (ChatPage | Failure)[]) => {
  for (const page of all) fetchPage.mockResolvedValueOnce(page);
};
const names = async () => (await book.read('a')).chats.map(({ name }) => name);
/** Delays the provider's next answer until the returned function is called with it. */
function delayNextAnswer(): (page: ChatPage) => void {
  let resolve: (page: ChatPage) => void = () => {};
  const later = new Promise<ChatPage>((resolved) => {
    resolve = resolved;
  });
  fetchPage.mockReturnValueOnce(later);
  return resolve;
}

const makeLimit = (inMs: number) => failure('rate-limited', 'limit', { until: clock.now + inMs });

beforeEach(async () => {
  await disk.write(async ({ chats }) => {
    for (const { id } of await chats.all()) chats.remove(id);
  });
  vi.clearAllMocks();
  fetchPage.mockReset();
});

describe('refresh', () => {
  it('refresh fetches page by page, in the order of the provider', async () => {
    answerWithPages({ chats: makeChats('1', '2'), next: 7 }, { chats: makeChats('3'), next: null });
    const { list, failure: failed } = await book.refresh('a');
    expect([list, failed]).toEqual([{ chats: makeChats('1', '2', '3'), complete: true, fetchedAt: clock.now }, null]);
    expect(fetchPage.mock.calls).toEqual([
      ['a', null],
      ['a', 7],
    ]);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('refresh keeps the chats of before until the end, then drops those that are gone', async () => {
    answerWithPages({ chats: makeChats('1', '2', '3'), next: null });
    await book.refresh('a');
    const shown: string[][] = [];
    onChange.mockImplementation(async () => shown.push(await names()));
    answerWithPages({ chats: makeChats('3'), next: 2 }, { chats: makeChats('4'), next: null });
    await book.refresh('a');
    await vi.waitFor(() => expect(shown[0]).toEqual(['3', '1', '2']));
    expect(await names()).toEqual(['3', '4']);
  });

  it('a refresh that fails keeps the chats that came and those of before, and says why it failed', async () => {
    answerWithPages({ chats: makeChats('1', '2'), next: null });
    await book.refresh('a');
    answerWithPages({ chats: makeChats('3'), next: 2 }, failure('unavailable', 'offline'));
    const { list, failure: failed } = await book.refresh('a');
    expect(failed).toMatchObject({ reason: 'offline' });
    expect(list.chats).toEqual(makeChats('3', '1', '2'));
  });

  it('a refresh that fails at once leaves the list as it was', async () => {
    answerWithPages({ chats: makeChats('1'), next: null });
    const before = (await book.refresh('a')).list;
    clock.now += 1;
    answerWithPages(failure('unknown', 'timeout'));
    expect((await book.refresh('a')).list).toEqual(before);
  });

  it('a refresh is shared with a second caller', async () => {
    answerWithPages({ chats: makeChats('1'), next: null });
    const [first, second] = await Promise.all([book.refresh('a'), book.refresh('a')]);
    expect(first).toBe(second);
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });

  it('refresh pauses between two calls', async () => {
    answerWithPages({ chats: makeChats('1'), next: 2 }, { chats: makeChats('2'), next: null });
    await book.refresh('a');
    expect(delay.mock.calls).toEqual([[250]]);
  });

  it('refresh stops at a rate limit, and says so', async () => {
    answerWithPages({ chats: makeChats('1'), next: 2 }, makeLimit(3000));
    const { list, failure: reason } = await book.refresh('a');
    expect(list.chats).toEqual(makeChats('1'));
    expect(reason).toMatchObject({ kind: 'rate-limited' });
  });

  it('refresh fetches 2,000 chats at most', async () => {
    fetchPage.mockImplementation(async (_id, page) => {
      const from = page ?? 0;
      return { chats: Array.from({ length: 150 }, (_, index) => makeChat(String(from + index))), next: from + 150 };
    });
    const { list } = await book.refresh('a');
    expect([list.chats.length, list.complete, fetchPage.mock.calls.length]).toEqual([2000, false, 14]);
  });

  it('refresh ends if the provider repeats a page', async () => {
    fetchPage.mockImplementation(async (_id, page) => ({ chats: makeChats('1', '2'), next: (page ?? 1) + 1 }));
    expect((await book.refresh('a')).list).toMatchObject({ chats: makeChats('1', '2'), complete: true });
    expect(fetchPage).toHaveBeenCalledTimes(2);
  });

  it('refresh asks for 100 pages at most if they have no chats', async () => {
    fetchPage.mockImplementation(async (_id, page) => ({ chats: [], next: (page ?? 1) + 1 }));
    expect((await book.refresh('a')).list.complete).toBe(false);
    expect(fetchPage).toHaveBeenCalledTimes(100);
  });
});

describe('forget', () => {
  it('forget removes the chats of the account, and not those of others', async () => {
    answerWithPages({ chats: makeChats('1'), next: null }, { chats: makeChats('2'), next: null });
    await book.refresh('a');
    await book.refresh('b');
    await book.forget('a');
    expect(await names()).toEqual([]);
    expect((await book.read('b')).chats).toEqual(makeChats('2'));
  });

  it('chats that were forgotten do not come back by a refresh that was under way', async () => {
    const answer = delayNextAnswer();
    const running = book.refresh('a');
    await vi.waitFor(() => expect(fetchPage).toHaveBeenCalled());
    await book.forget('a');
    answer({ chats: makeChats('1'), next: null });
    await running;
    expect(await storedLists()).toEqual([]);
  });

  it('chats that were forgotten are not mixed with those of a newer refresh', async () => {
    const answer = delayNextAnswer();
    const old = book.refresh('a');
    await vi.waitFor(() => expect(fetchPage).toHaveBeenCalled());
    await book.forget('a');
    answerWithPages({ chats: makeChats('new'), next: null });
    await book.refresh('a');
    answer({ chats: makeChats('old'), next: null });
    await old;
    expect(await names()).toEqual(['new']);
  });
});
