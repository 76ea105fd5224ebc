import { describe, expect, it } from 'vitest';
import { failure } from '../../src/providers/index.ts';
import { aWish } from './a-request.ts';
import { accepted, type FakeWorker, settled, startWorker } from './fake-worker.ts';
import { createMemoryTable } from './memory-table.ts';

const inChat = (chat: string, messageId = 'M') => aWish({ address: { messageId, chat } });
const sent = ({ calls }: FakeWorker) => calls.map(({ request }) => request.address.messageId);

describe('a request', () => {
  it('is on disk before the gesture is answered, and before it is sent', async () => {
    const worker = startWorker();
    const [request] = await worker.outbox.enqueue([aWish()]);
    const { calls, table } = worker;
    expect(request).toMatchObject({ ...aWish(), createdAt: 1_000, settledAt: null, outcome: null, seen: false });
    expect(await table.get(request?.id ?? '')).toMatchObject(aWish());
    await settled();
    expect(calls).toHaveLength(1);
  });

  it('that cannot be written is not sent', async () => {
    const table = { ...createMemoryTable(), add: () => Promise.reject(new Error('QuotaExceededError')) };
    const { outbox, calls } = startWorker(table);
    await expect(outbox.enqueue([aWish()])).rejects.toThrow('QuotaExceededError');
    await settled();
    expect(calls).toEqual([]);
  });

  it('is told to be sending while it is at the provider', async () => {
    const { outbox, calls, table } = startWorker();
    const [request] = await outbox.enqueue([aWish()]);
    await settled();
    expect(calls[0]?.request.state).toBe('sending');
    expect(await table.get(request?.id ?? '')).toMatchObject({ state: 'sending', outcome: null });
  });

  it.each([accepted, failure('rejected', 'invalid', { status: 400 })])(
    'ends with its outcome: $kind',
    async (outcome) => {
      const { outbox, calls, clock } = startWorker();
      const [request] = await outbox.enqueue([aWish()]);
      await settled();
      clock.ms = 5_000;
      calls[0]?.answer(outcome);
      await settled();
      expect(await outbox.get(request?.id ?? '')).toEqual({ ...request, state: 'settled', settledAt: 5_000, outcome });
    },
  );

  it('keeps the message that it is about, whatever the receipt names', async () => {
    const { outbox, calls } = startWorker();
    const [request] = await outbox.enqueue([aWish()]);
    await settled();
    calls[0]?.answer(accepted);
    await settled();
    expect((await outbox.get(request?.id ?? ''))?.address).toEqual(aWish().address);
  });

  it('tells of every change: written, sent, settled', async () => {
    const worker = startWorker();
    await worker.outbox.enqueue([aWish()]);
    const written = worker.changes();
    await settled();
    const sending = worker.changes();
    worker.calls[0]?.answer(accepted);
    await settled();
    expect([written, sending, worker.changes()]).toEqual([1, 2, 3]);
  });
});

describe('several requests', () => {
  it('of one account and chat are sent one after the other, in the order of asking', async () => {
    const worker = startWorker();
    await worker.outbox.enqueue([inChat('A', '1'), inChat('A', '2')]);
    await worker.outbox.enqueue([inChat('A', '3')]);
    await settled();
    expect(sent(worker)).toEqual(['1']);
    worker.calls[0]?.answer(accepted);
    await settled();
    expect(sent(worker)).toEqual(['1', '2']);
    worker.calls[1]?.answer(failure('unknown', 'timeout'));
    await settled();
    expect(sent(worker)).toEqual(['1', '2', '3']);
  });

  it('of several chats or accounts do not wait for each other', async () => {
    const worker = startWorker();
    const elsewhere = aWish({ accountId: 'other', address: { messageId: '3', chat: 'A' } });
    await worker.outbox.enqueue([inChat('A', '1'), inChat('B', '2'), elsewhere]);
    await settled();
    expect(sent(worker).sort()).toEqual(['1', '2', '3']);
  });

  it('are given newest first', async () => {
    const { outbox, clock } = startWorker();
    for (const messageId of ['1', '2', '3']) {
      clock.ms += 1;
      await outbox.enqueue([inChat('A', messageId)]);
    }
    expect((await outbox.latest(2)).map(({ address }) => address.messageId)).toEqual(['3', '2']);
  });

  it('none are none', async () => expect(await startWorker().outbox.enqueue([])).toEqual([]));
});

describe('what was seen', () => {
  it('is marked, and nothing else of it changes', async () => {
    const { outbox } = startWorker();
    const [first, second] = await outbox.enqueue([inChat('A', '1'), inChat('A', '2')]);
    await outbox.markSeen([second?.id ?? '', 'gone']);
    expect(await outbox.get(second?.id ?? '')).toEqual({ ...second, seen: true });
    expect(await outbox.get(first?.id ?? '')).toMatchObject({ seen: false });
  });
});
