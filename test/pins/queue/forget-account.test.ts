import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Wish } from '../../../src/pins/queue/request.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker, enqueue, answer } = useKillableWorker();

const wishOf = (accountId: string, chat: string, parts: Partial<Wish> = {}): Wish =>
  makeWish({ accountId, address: { messageId: 'M', chat }, ...parts });

async function deleteAccount(id: string): Promise<void> {
  machine.now += 1;
  await worker.queue.endAccount(id);
  await settled();
}

async function send(wish: Wish, outcome: Outcome = accepted, run?: string): Promise<string> {
  const [id = ''] = await enqueue([wish], run);
  await answer(outcome);
  return id;
}

/** Returns, for each store, the ids of its rows that have to do with an account. */
const rowsOf = (accountId: string) =>
  machine.disk.read(async ({ requests, newest, aliases, pins, gates }) => ({
    requests: (await requests.all()).filter((request) => request.accountId === accountId).map(({ id }) => id),
    others: [...(await newest.all()), ...(await aliases.all()), ...(await pins.all()), ...(await gates.all())]
      .map(({ id }) => id)
      .filter((id) => id === accountId || id.startsWith(`${accountId}\n`)),
  }));
const nothing = { requests: [], others: [] };

describe('an account that is deleted', () => {
  it('a deletion that a terminated worker has begun is finished by the next worker', async () => {
    machine.accounts = new Set(['gone', 'stays']);
    await send(wishOf('gone', 'A'));
    await send(wishOf('stays', 'A'));
    const { write } = machine.disk;
    machine.disk.write = async (work) => {
      const result = await write(work);
      // The worker ends right after its first write, before it has deleted the account.
      worker.restart();
      return result;
    };
    void worker.queue.endAccount('gone');
    await settled();
    expect([...machine.accounts]).toEqual(['gone', 'stays']);
    machine.disk.write = write;
    await worker.queue.wake();
    await settled();
    expect([...machine.accounts]).toEqual(['stays']);
    expect(await rowsOf('gone')).toEqual(nothing);
  });

  it('an account that cannot be deleted now keeps its note, so that a later worker deletes it', async () => {
    machine.accounts = new Set(['gone']);
    const remove = vi.spyOn(machine.accounts, 'delete').mockImplementation(() => {
      throw new Error('The storage is full');
    });
    await expect(worker.queue.endAccount('gone')).rejects.toThrow('The storage is full');
    await settled();
    remove.mockRestore();
    worker.restart();
    await worker.queue.wake();
    await settled();
    expect([[...machine.accounts], await rowsOf('gone')]).toEqual([[], nothing]);
  });

  it('a deleted account leaves no settled request, pin, gate, newest request or other name', async () => {
    const alias = { name: '1@lid', messageId: null, chat: '5511933333333@c.us' };
    await send(
      wishOf('gone', '5511933333333', { address: { messageId: 'M', chat: '5511933333333', aliases: [alias] } }),
    );
    await send(wishOf('gone', 'B'), failure('rejected', 'invalid'));
    await worker.queue.cancel(await worker.queue.enqueue([wishOf('gone', 'C')]));
    await settled();
    for (const call of [...machine.calls]) call.answer(accepted);
    await settled();
    expect((await rowsOf('gone')).others.length).toBeGreaterThan(4);
    await deleteAccount('gone');
    expect(await rowsOf('gone')).toEqual(nothing);
  });

  it('a deleted account takes nothing from another one, also where its id is the start of the other', async () => {
    await send(wishOf('gone', 'A'));
    await send(wishOf('gone too', 'A'));
    const before = await rowsOf('gone too');
    await deleteAccount('gone');
    expect(await rowsOf('gone too')).toEqual(before);
  });

  it('a deleted account keeps the failures of what was still open, so that the user learns of them', async () => {
    machine.online = false;
    const ids = await enqueue([wishOf('gone', 'A'), wishOf('gone', 'B')]);
    await deleteAccount('gone');
    expect(await rowsOf('gone')).toEqual({ requests: [...ids].sort(), others: [] });
    const views = await worker.requestQueries.views(ids);
    expect(views.map(({ outcome }) => outcome)).toMatchObject([{ reason: 'account' }, { reason: 'account' }]);
  });

  it('a deleted account is forgotten only after the call that is under way has ended', async () => {
    await enqueue([wishOf('gone', 'A')]);
    await deleteAccount('gone');
    expect((await rowsOf('gone')).requests).toHaveLength(1);
    await answer(accepted);
    expect(await rowsOf('gone')).toEqual(nothing);
  });

  it('a deleted account is taken out of the counts of its runs, and a run without other requests is removed', async () => {
    const [ownRun, sharedRun] = [await worker.queue.startRun('own'), await worker.queue.startRun('shared')];
    for (const run of [ownRun, sharedRun]) await worker.queue.setRun(run, 'running');
    await send(wishOf('gone', 'A'), accepted, ownRun);
    await send(wishOf('gone', 'B'), failure('rejected', 'invalid'), sharedRun);
    await send(wishOf('stays', 'B'), accepted, sharedRun);
    await deleteAccount('gone');
    expect(await worker.requestQueries.runs()).toMatchObject([
      { id: sharedRun, total: 1, accepted: 1, failed: 0, dropped: 0 },
    ]);
  });

  it('a deleted account with 350 requests is forgotten in transactions of 100, by the next worker too', async () => {
    const wishes = Array.from({ length: 350 }, (_, index) => wishOf('gone', `chat ${index}`));
    machine.online = false;
    await worker.queue.cancel(await enqueue(wishes));
    await settled();
    const { writeRelaxed } = machine.disk;
    let maxRemovedCount = 0;
    let transactionCount = 0;
    machine.disk.writeRelaxed = (work) =>
      writeRelaxed(async (stores) => {
        let count = 0;
        transactionCount += 1;
        if (transactionCount === 3) worker.restart();
        const { remove } = stores.requests;
        stores.requests.remove = (id) => {
          count += 1;
          maxRemovedCount = Math.max(maxRemovedCount, count);
          remove(id);
        };
        return work(stores);
      });
    await deleteAccount('gone');
    await worker.queue.wake();
    await settled();
    expect([await rowsOf('gone'), maxRemovedCount]).toEqual([nothing, 100]);
  });

  it('a click is sent while a deleted account is being forgotten', async () => {
    const wishes = Array.from({ length: 250 }, (_, index) => wishOf('gone', `chat ${index}`));
    machine.online = false;
    await worker.queue.cancel(await enqueue(wishes));
    machine.online = true;
    await worker.queue.endAccount('gone');
    const [id] = await worker.queue.enqueue([wishOf('stays', 'A')]);
    const remaining: number[] = [];
    const { writeRelaxed } = machine.disk;
    machine.disk.writeRelaxed = async (work) => {
      if (machine.calls.length > 0) remaining.push((await rowsOf('gone')).requests.length);
      return writeRelaxed(work);
    };
    await settled();
    expect(machine.calls.map(({ request }) => request.id)).toEqual([id]);
    expect(remaining[0]).toBeGreaterThan(100);
  });
});
