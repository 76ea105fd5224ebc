import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PinRequest, Wish } from '../../../src/pins/queue/request.ts';
import { failure } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker, answer } = useKillableWorker();

const inChat = (chat: string, messageId = 'M', parts: Partial<Wish> = {}) =>
  makeWish({ address: { messageId, chat }, ...parts });
const sent = () => machine.calls.map(({ request }) => request.address.messageId);
const get = (id = ''): Promise<PinRequest | undefined> => worker.requestQueries.get(id);

async function ask(...wishes: Wish[]): Promise<string[]> {
  const ids = await worker.queue.enqueue(wishes);
  await settled();
  return ids;
}

describe('a request', () => {
  it('a request is on disk, as the newest for its message, before the gesture is answered and before it is sent', async () => {
    const [id = ''] = await worker.queue.enqueue([makeWish()]);
    const newest = await machine.disk.read((stores) => stores.newest.all());
    expect(await get(id)).toMatchObject({ ...makeWish(), createdAt: 1_000, outcome: null, seen: false });
    expect(newest).toEqual([{ id: (await get(id))?.messageKey, requestId: id }]);
    await settled();
    expect(machine.calls).toHaveLength(1);
  });

  it('a request that cannot be written is refused, leaves nothing behind and is not sent', async () => {
    const { write } = machine.disk;
    machine.disk.write = (work) =>
      write(async (stores) => {
        await work(stores);
        throw new DOMException('', 'QuotaExceededError');
      });
    await expect(worker.queue.enqueue([inChat('A'), inChat('B')])).rejects.toThrow(DOMException);
    machine.disk.write = write;
    await worker.queue.wake();
    expect(await machine.disk.read(({ requests }) => requests.all())).toEqual([]);
    expect(machine.calls).toEqual([]);
  });

  it('a request is claimed on disk before its call begins', async () => {
    const [id] = await ask(makeWish());
    expect(await get(id)).toMatchObject({ state: 'sending', tries: 1, callStartedAt: 1_000 });
  });

  it.each([accepted, failure('rejected', 'invalid', { status: 400 })])(
    'a request ends with its outcome: $kind',
    async (outcome) => {
      const [id] = await ask(makeWish());
      machine.now = 5_000;
      await answer(outcome);
      expect(await get(id)).toMatchObject({
        state: 'settled',
        settledAt: 5_000,
        outcome,
        callStartedAt: null,
        turn: null,
      });
      expect(machine.alarm).toBeNull();
    },
  );

  it('a request keeps the message that it is about, whatever the receipt names', async () => {
    const [id] = await ask(makeWish());
    await answer(accepted);
    expect((await get(id))?.address).toEqual(makeWish().address);
  });

  it('a request is marked as seen, and nothing else of it changes', async () => {
    const [id] = await ask(makeWish());
    const before = await get(id);
    await worker.queue.markSeen([id ?? '', 'gone']);
    expect(await get(id)).toEqual({ ...before, seen: true });
  });
});

describe('the last intent wins', () => {
  it('a later request takes the place of one that was not sent', async () => {
    machine.online = false;
    const [first] = await ask(inChat('A', 'M'));
    const [second] = await ask(inChat('A', 'M', { action: 'unpin' }));
    expect([(await get(first))?.state, (await get(second))?.state]).toEqual(['replaced', 'queued']);
    machine.online = true;
    await worker.queue.wake();
    await settled();
    expect(machine.calls.map(({ request }) => request.action)).toEqual(['unpin']);
  });

  it('a request whose call is under way is followed, not overtaken, by a later one', async () => {
    const [first] = await ask(inChat('A', 'M'));
    await ask(inChat('A', 'M', { action: 'unpin' }));
    await ask(inChat('A', 'M', { days: 30 }));
    expect([machine.calls.length, (await get(first))?.state]).toEqual([1, 'sending']);
    await answer(accepted);
    expect((await get(first))?.outcome).toEqual(accepted);
    expect(machine.calls.map(({ request }) => [request.action, request.days])).toEqual([['pin', 30]]);
  });

  it('a request that failed is not tried again after a later one was asked for', async () => {
    const [first] = await ask(inChat('A', 'M'));
    await ask(inChat('A', 'M', { action: 'unpin' }));
    await answer(failure('unavailable', 'server', { status: 502 }));
    expect((await get(first))?.state).toBe('replaced');
    expect(machine.calls.map(({ request }) => request.action)).toEqual(['unpin']);
  });

  it('a whole key and its id in the same chat are one message', async () => {
    machine.online = false;
    const [bare] = await ask(inChat('5511999999999@c.us', '3EB0796DC6B777C0C7CD'));
    await ask(inChat('5511999999999', 'true_5511999999999@c.us_3EB0796DC6B777C0C7CD', { action: 'unpin' }));
    expect((await get(bare))?.state).toBe('replaced');
  });

  it.each(['another account', 'another chat'])('the same id in %s is another message', async (what) => {
    machine.online = false;
    await ask(inChat('A', 'M'));
    const other = what === 'another chat' ? inChat('B', 'M') : inChat('A', 'M', { accountId: 'other' });
    await ask({ ...other, action: 'unpin' });
    expect(await worker.requestQueries.countOpen()).toBe(2);
  });
});

describe('the same request twice', () => {
  it('the same wish twice is one request while it is open, and for two seconds after', async () => {
    machine.online = false;
    const [waiting] = await ask(makeWish());
    expect(await ask(makeWish(), makeWish())).toEqual([waiting, waiting]);
    machine.online = true;
    await worker.queue.wake();
    await settled();
    expect(await ask(makeWish())).toEqual([waiting]);
    await answer(accepted);
    machine.now = 2_900;
    expect(await ask(makeWish())).toEqual([waiting]);
    machine.now = 3_000;
    expect(await ask(makeWish())).not.toEqual([waiting]);
  });

  it('the same message for another duration is another request', async () => {
    const [week] = await ask(makeWish());
    const [month] = await ask(makeWish({ days: 30 }));
    expect(month).not.toBe(week);
  });

  it('two unpins of the same message are one request, whatever their durations', async () => {
    const [first] = await ask(makeWish({ action: 'unpin', days: 1 }));
    expect(await ask(makeWish({ action: 'unpin', days: 30 }))).toEqual([first]);
  });

  it('the same wish after a failure is a new request', async () => {
    const [first] = await ask(makeWish());
    await answer(failure('rejected', 'invalid'));
    expect(await ask(makeWish())).not.toEqual([first]);
  });
});

describe('several requests', () => {
  const rest = () => answer(accepted);

  it('requests of one chat are sent one after the other, in the order of asking', async () => {
    await ask(inChat('A', '1'), inChat('A', '2'));
    await ask(inChat('A', '3'));
    const order = [];
    while (machine.calls.length > 0) {
      order.push(...sent());
      await rest();
    }
    expect(order).toEqual(['1', '2', '3']);
  });

  it('requests of several chats and accounts are sent together', async () => {
    await ask(inChat('A', '1'), inChat('B', '2'), inChat('C', '3', { accountId: 'other' }));
    expect(sent().sort()).toEqual(['1', '2', '3']);
  });

  it('requests of one account are sent ten at a time at most', async () => {
    await ask(...Array.from({ length: 14 }, (_, index) => inChat(`chat ${index}`)));
    expect(machine.calls).toHaveLength(10);
    await answer(accepted);
    expect(machine.calls).toHaveLength(10);
  });

  it('the latest requests are listed newest first', async () => {
    await ask(...['1', '2', '3'].map((id) => inChat('A', id)));
    expect((await worker.requestQueries.latest(2)).map(({ address }) => address.messageId)).toEqual(['3', '2']);
  });

  it('no wishes make no requests', async () => expect(await ask()).toEqual([]));
});

describe('what is not sent yet', () => {
  it('a request can be cancelled until its call begins', async () => {
    const [going, waiting] = await ask(inChat('A', '1'), inChat('A', '2'));
    await worker.queue.cancel([going ?? '', waiting ?? '']);
    expect([(await get(going))?.state, (await get(waiting))?.state]).toEqual(['sending', 'cancelled']);
    await answer(accepted);
    expect(machine.calls).toEqual([]);
  });

  it('a request waits for the network without a try', async () => {
    machine.online = false;
    const [id] = await ask(makeWish());
    expect([await get(id), machine.alarm]).toMatchObject([{ state: 'queued', tries: 0 }, 61_000]);
    machine.online = true;
    await worker.queue.wake();
    await settled();
    expect(await get(id)).toMatchObject({ state: 'sending', tries: 1 });
  });
});
