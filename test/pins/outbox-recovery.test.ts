import { describe, expect, it } from 'vitest';
import { failure } from '../../src/providers/index.ts';
import { aRequest, aWish } from './a-request.ts';
import { accepted, settled, startWorker } from './fake-worker.ts';
import { createMemoryTable } from './memory-table.ts';

const inChat = (chat: string, messageId: string) => aWish({ address: { messageId, chat } });

/** A worker that ended with one call at the provider and one waiting behind it in the same chat. */
async function leftBehind() {
  const dead = startWorker();
  const [cut, waiting] = await dead.outbox.enqueue([inChat('A', 'cut'), inChat('A', 'waiting')]);
  await settled();
  return { table: dead.table, cut: cut?.id ?? '', waiting: waiting?.id ?? '' };
}

describe('when a worker ended', () => {
  it('a call that was under way is unknown, and is not sent again', async () => {
    const { table, cut } = await leftBehind();
    const { outbox, calls, clock } = startWorker(table);
    clock.ms = 9_000;
    await outbox.recover();
    await settled();
    expect(await outbox.get(cut)).toMatchObject({
      state: 'settled',
      settledAt: 9_000,
      outcome: failure('unknown', 'interrupted'),
    });
    expect(calls.filter(({ request }) => request.id === cut)).toEqual([]);
  });

  it('a request that waited is sent, once', async () => {
    const { table, waiting } = await leftBehind();
    const { outbox, calls } = startWorker(table);
    await Promise.all([outbox.recover(), outbox.recover(), outbox.latest(5)]);
    await settled();
    expect(calls.map(({ request }) => request.id)).toEqual([waiting]);
  });

  it('a request that waited goes before one of the new worker in its chat', async () => {
    const { table } = await leftBehind();
    const { outbox, calls } = startWorker(table);
    await outbox.enqueue([inChat('A', 'new')]);
    await settled();
    calls[0]?.answer(accepted);
    await settled();
    expect(calls.map(({ request }) => request.address.messageId)).toEqual(['waiting', 'new']);
  });

  it('what is settled stays so', async () => {
    const { outbox, calls, table } = startWorker();
    const [request] = await outbox.enqueue([aWish()]);
    await settled();
    calls[0]?.answer(accepted);
    await settled();
    const before = await outbox.get(request?.id ?? '');
    const next = startWorker(table);
    await next.outbox.recover();
    await settled();
    expect([await next.outbox.get(request?.id ?? ''), next.calls]).toEqual([before, []]);
  });

  it.each(['enqueue', 'latest', 'get'] as const)('%s sees to it first', async (name) => {
    const { table, cut } = await leftBehind();
    const { outbox } = startWorker(table);
    const ways = { enqueue: () => outbox.enqueue([]), latest: () => outbox.latest(1), get: () => outbox.get(cut) };
    await ways[name]();
    expect(await table.get(cut)).toMatchObject({ state: 'settled' });
  });

  it('what waited is sent in the order of asking', async () => {
    const { table } = startWorker();
    await table.add([
      aRequest({ id: 'a', createdAt: 3, address: { messageId: 'third', chat: 'A' } }),
      aRequest({ id: 'b', createdAt: 1, address: { messageId: 'first', chat: 'A' } }),
      aRequest({ id: 'c', createdAt: 2, address: { messageId: 'second', chat: 'A' } }),
    ]);
    const { outbox, calls } = startWorker(table);
    await outbox.recover();
    for (const at of [0, 1, 2]) {
      await settled();
      calls[at]?.answer(accepted);
    }
    expect(calls.map(({ request }) => request.address.messageId)).toEqual(['first', 'second', 'third']);
  });

  it('what was asked in one go is sent in the order of asking', async () => {
    const dead = startWorker();
    await dead.outbox.enqueue(['cut', '1', '2', '3'].map((messageId) => inChat('A', messageId)));
    await settled();
    const { outbox, calls } = startWorker(dead.table);
    await outbox.recover();
    for (const at of [0, 1, 2]) {
      await settled();
      calls[at]?.answer(accepted);
    }
    expect(calls.map(({ request }) => request.address.messageId)).toEqual(['1', '2', '3']);
  });

  it('a disk that fails once is asked again', async () => {
    const table = createMemoryTable();
    let broken = true;
    const { outbox } = startWorker({
      ...table,
      inState: (state) => (broken ? Promise.reject(new Error('UnknownError')) : table.inState(state)),
    });
    await expect(outbox.latest(1)).rejects.toThrow('UnknownError');
    broken = false;
    expect(await outbox.latest(1)).toEqual([]);
  });
});
