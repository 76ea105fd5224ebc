import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker, answer, ring } = useKillableWorker();

const inChat = (chat: string) => makeWish({ address: { messageId: 'M', chat } });

async function ask(chat = 'A'): Promise<string> {
  const [id = ''] = await worker.queue.enqueue([inChat(chat)]);
  await settled();
  return id;
}

describe('a failure that may pass', () => {
  it.each([
    failure('unknown', 'timeout'),
    failure('unknown', 'connection'),
    failure('unknown', 'unreadable'),
    failure('unavailable', 'server', { status: 502 }),
    failure('unavailable', 'redirect'),
  ])('a failure that may pass is tried again: $kind, $reason', async (outcome) => {
    const id = await ask();
    await answer(outcome);
    expect(await worker.requestQueries.get(id)).toMatchObject({ state: 'waiting', tries: 1, outcome });
    await ring();
    await answer(accepted);
    expect(await worker.requestQueries.get(id)).toMatchObject({ state: 'settled', tries: 2, outcome: accepted });
  });

  it('a request is tried for a day, with ever longer pauses, and then has failed', async () => {
    const id = await ask();
    const at = [machine.now];
    while ((await worker.requestQueries.get(id))?.state !== 'settled') {
      await answer(failure('unknown', 'timeout'));
      await ring();
      at.push(machine.now);
    }
    expect(await worker.requestQueries.get(id)).toMatchObject({ tries: 16, outcome: { reason: 'timeout' } });
    expect(machine.now).toBeGreaterThan(24 * 60 * 60_000);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses.slice(0, 5)).toEqual([1_750, 4_000, 13_000, 49_000, 193_000]);
    expect(machine.alarm).toBeNull();
  });

  it('a request is tried again when the provider said, not before', async () => {
    await ask();
    await answer(failure('unavailable', 'server', { status: 503, until: 60_000 }));
    expect(machine.alarm).toBe(60_000);
  });

  it('a waiting request is sent at once when the user wants it now', async () => {
    const id = await ask();
    await answer(failure('unknown', 'timeout'));
    expect(machine.calls).toEqual([]);
    await worker.queue.hasten(id);
    await settled();
    expect(machine.calls).toHaveLength(1);
  });
});

describe('an account', () => {
  it('a refused account sends nothing more until the user has seen to it, and no try counts', async () => {
    const first = await ask('A');
    await answer(failure('unauthorized', 'token', { status: 401 }));
    const second = await ask('B');
    expect([await worker.requestQueries.get(first), machine.calls, machine.alarm]).toMatchObject([
      { state: 'queued', tries: 0, outcome: { kind: 'unauthorized' } },
      [],
      null,
    ]);
    expect((await worker.requestQueries.views([second]))[0]?.wait).toEqual({ reason: 'unauthorized', until: null });
    await worker.queue.reopen('support');
    await settled();
    expect(machine.calls).toHaveLength(2);
    expect(machine.calls.map(({ request }) => [request.id, request.tries]).sort()).toEqual(
      [first, second].sort().map((id) => [id, 1]),
    );
  });

  it('an account is not closed by the late answer to a call from before the user saw to it', async () => {
    await ask('A');
    machine.now += 500;
    await worker.queue.reopen('support');
    await answer(failure('unauthorized', 'token'));
    expect(machine.calls).toHaveLength(1);
  });

  it('an account whose phone is not connected is tried again, less and less often', async () => {
    const id = await ask();
    const pauses = [];
    for (let times = 0; times < 8; times += 1) {
      const before = machine.now;
      await answer(failure('unavailable', 'disconnected'));
      await ring();
      pauses.push(machine.now - before);
    }
    expect(pauses).toEqual([13_000, 49_000, 193_000, 600_000, 600_000, 600_000, 600_000, 600_000]);
    await answer(accepted);
    expect(await worker.requestQueries.get(id)).toMatchObject({ state: 'settled', tries: 1, outcome: accepted });
  });

  it('an account over its limit waits as a whole, as long as the provider said', async () => {
    await ask('A');
    await answer(failure('rate-limited', 'limit', { status: 429, until: 8_000 }));
    await ask('B');
    expect([machine.calls, machine.alarm]).toEqual([[], 8_000]);
    await ring();
    expect(machine.calls).toHaveLength(1);
    await answer(accepted);
    expect(machine.calls).toHaveLength(1);
  });

  it('a request of an account that does not exist any more ends', async () => {
    const id = await ask();
    await answer(failure('unavailable', 'account'));
    expect((await worker.requestQueries.get(id))?.state).toBe('settled');
  });

  it('a refused account does not hold up another one', async () => {
    await ask('A');
    await answer(failure('unauthorized', 'token'));
    await worker.queue.enqueue([makeWish({ accountId: 'other' })]);
    await settled();
    expect(machine.calls.map(({ request }) => request.accountId)).toEqual(['other']);
  });
});

describe('a new worker', () => {
  it('a new worker tries again what an earlier one was sending', async () => {
    const id = await ask();
    machine.calls.splice(0);
    worker.restart();
    await worker.queue.wake();
    await settled();
    expect(await worker.requestQueries.get(id)).toMatchObject({
      state: 'waiting',
      tries: 1,
      outcome: { kind: 'unknown', reason: 'interrupted' },
    });
    await ring();
    expect(machine.calls.map(({ request }) => request.tries)).toEqual([2]);
  });

  it('a new worker knows what the last one learnt of the limit', async () => {
    await ask('A');
    const reading = {
      limit: 1,
      remaining: 0,
      resetAt: 9_000,
      answeredAt: 1_000,
      isRefused: false,
      sentAt: 1_000,
      receivedAt: 1_000,
    };
    machine.calls[0]?.answer(accepted, reading);
    await settled();
    worker.restart();
    await ask('B');
    expect(machine.calls).toEqual([]);
    expect(machine.alarm).toBeGreaterThan(2_000);
  });
});
