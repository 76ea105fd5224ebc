import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../src/pins/queue/request.ts';
import { type PinsDisk, type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker, enqueue, answer } = useKillableWorker(() => createMemoryDisk<StoredRows>(storeGuards));

const inChat = (chat: string, messageId = 'M', parts: Partial<Wish> = {}): Wish =>
  makeWish({ address: { messageId, chat }, ...parts });
const inChats = (count: number, parts: Partial<Wish> = {}): Wish[] =>
  Array.from({ length: count }, (_, index) => inChat(`chat ${index}`, `M${index}`, parts));
const calledChats = () => machine.calls.map(({ request }) => request.address.chat);

async function startRun(wishes: readonly Wish[]): Promise<string> {
  const run = await worker.queue.startRun('');
  await enqueue(wishes, run);
  await worker.queue.setRun(run, 'running');
  await settled();
  return run;
}

/** Counts the transactions and the pages of lines that are read from now on. */
function countUse(): { transactions: number; pages: number } {
  const counts = { transactions: 0, pages: 0 };
  const { disk } = machine;
  const counted =
    (transact: PinsDisk['write']): PinsDisk['write'] =>
    (work) => {
      counts.transactions += 1;
      return transact((stores) => {
        const page: typeof stores.requests.page = (...query) => {
          counts.pages += 1;
          return stores.requests.page(...query);
        };
        return work({ ...stores, requests: { ...stores.requests, page } });
      });
    };
  machine.disk = { ...disk, write: counted(disk.write), writeRelaxed: counted(disk.writeRelaxed) };
  return counts;
}

describe('the calls that end together', () => {
  it('calls that end together are written together, with the claims that follow them', async () => {
    await startRun(inChats(40));
    const counts = countUse();
    for (const call of [...machine.calls]) call.answer(accepted);
    await settled();
    expect(machine.calls).toHaveLength(10);
    expect(counts.transactions).toBeLessThanOrEqual(2);
  });

  it('calls of several accounts and runs that end together leave each run and each account with its own counts', async () => {
    const runs = [
      await startRun([...inChats(9), ...inChats(9, { accountId: 'other' })]),
      await startRun(inChats(9, { action: 'unpin', accountId: 'third' })),
    ];
    while (machine.calls.length > 0) {
      for (const call of [...machine.calls]) call.answer(accepted);
      await settled();
    }
    const counts = await Promise.all(
      runs.map(async (id) => (await worker.requestQueries.runs()).find((run) => run.id === id)),
    );
    expect(counts).toMatchObject([
      { total: 18, accepted: 18 },
      { total: 9, accepted: 9 },
    ]);
  });

  it('a gesture is written, claimed and called after a single transaction', async () => {
    await worker.queue.wake();
    await settled();
    const counts = countUse();
    await worker.queue.enqueue([inChat('A')]);
    expect([machine.calls.length, counts.transactions]).toEqual([1, 1]);
  });
});

describe('a gesture during a run', () => {
  it('a gesture is sent at once while a run makes all of its calls', async () => {
    await startRun(inChats(40));
    await enqueue([inChat('here', 'now')]);
    expect(machine.calls.map(({ request }) => request.run === '')).toEqual([
      ...Array.from({ length: 10 }, () => false),
      true,
    ]);
  });

  it('gestures make two calls at most beside the ten of a run, and the run makes no call in their place', async () => {
    await startRun(inChats(40));
    for (const chat of ['A', 'B', 'C']) await enqueue([inChat(chat, 'now')]);
    expect(machine.calls).toHaveLength(12);
    await answer(accepted);
    expect(calledChats().filter((chat) => ['A', 'B', 'C'].includes(String(chat)))).toEqual(['A', 'B', 'C']);
    expect(machine.calls).toHaveLength(12);
    await answer(accepted);
    expect(machine.calls).toHaveLength(11);
  });

  it('a gesture of many messages makes no calls beside the ten of a run', async () => {
    await startRun(inChats(40));
    await enqueue(
      inChats(9, { action: 'unpin' }).map((wish) => ({ ...wish, address: { ...wish.address, chat: 'A' } })),
    );
    expect(machine.calls).toHaveLength(10);
  });
});

describe('a run whose first 1,000 messages are in one chat', () => {
  const longChat = Array.from({ length: 1_000 }, (_, index) => inChat('A', `L${index}`));

  it('other chats keep the other calls busy while 1,000 messages of one chat wait', async () => {
    await startRun([...longChat, ...inChats(30)]);
    expect(calledChats()).toEqual([
      'A',
      'chat 0',
      'chat 1',
      'chat 2',
      'chat 3',
      'chat 4',
      'chat 5',
      'chat 6',
      'chat 7',
      'chat 8',
    ]);
  });

  it('the messages of one chat that wait are read about twice, and not again for every claim', async () => {
    const run = await startRun([...longChat, ...inChats(30)]);
    const counts = countUse();
    const order: string[] = [];
    while (machine.calls.length > 0) {
      const { chat, messageId } = machine.calls[0]?.request.address ?? {};
      if (chat === 'A' && messageId) order.push(messageId);
      await answer(accepted);
    }
    expect(order).toEqual(longChat.map(({ address }) => address.messageId));
    expect((await worker.requestQueries.runs()).find(({ id }) => id === run)).toMatchObject({ accepted: 1_030 });
    // Half a page of a chat is remembered, so that its 1,000 messages take 20 pages, beside those of the 10 pages at first.
    expect(counts.pages).toBeLessThan(45);
  }, 120_000);
});
