import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../src/pins/queue/request.ts';
import { type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const hour = 60 * 60_000;

const { machine, worker, answer, ring } = useKillableWorker(() => createMemoryDisk<StoredRows>(storeGuards));

const inChat = (chat: string, parts: Partial<Wish> = {}) => makeWish({ address: { messageId: 'M', chat }, ...parts });
const many = (count: number, parts: Partial<Wish> = {}): Wish[] =>
  Array.from({ length: count }, (_, at) =>
    makeWish({ address: { messageId: `M${at}`, chat: `chat ${at}` }, ...parts }),
  );
const get = (id = '') => worker.requestQueries.get(id);

async function ask(...wishes: Wish[]): Promise<string[]> {
  const ids = await worker.queue.enqueue(wishes);
  await settled();
  return ids;
}

async function startRun(wishes: readonly Wish[]): Promise<string> {
  const run = await worker.queue.startRun('list.csv');
  await worker.queue.enqueue(wishes, run);
  await settled();
  await worker.queue.setRun(run, 'running');
  await settled();
  return run;
}

async function answerAll(outcome: Outcome): Promise<number> {
  let count = 0;
  while (machine.calls.length > 0) {
    count += 1;
    await answer(outcome);
  }
  return count;
}

const runOf = async (id: string) => (await worker.requestQueries.runs()).find((run) => run.id === id);

it('a list that pins 150 messages and then unpins them comes to its end', async () => {
  const run = await startRun([...many(150), ...many(150, { action: 'unpin' })]);
  expect(await answerAll(accepted)).toBe(150);
  expect(await runOf(run)).toMatchObject({ total: 300, accepted: 150, dropped: 150 });
});

describe('what could not be tried is not given up', () => {
  it('a request is not given up after a weekend in a paused run', async () => {
    const run = await startRun([inChat('A')]);
    await answer(failure('unavailable', 'server', { status: 503 }));
    await worker.queue.setRun(run, 'paused');
    machine.now += 60 * hour;
    await worker.queue.setRun(run, 'running');
    await settled();
    await answer(failure('unavailable', 'server', { status: 503 }));
    expect(await runOf(run)).toMatchObject({ failed: 0 });
  });

  it('a request is not given up after its account waited thirty hours for the user', async () => {
    const [id] = await ask(inChat('A'));
    await answer(failure('unknown', 'timeout'));
    await ring();
    await answer(failure('unauthorized', 'token'));
    machine.now += 30 * hour;
    await worker.queue.reopen('support');
    await settled();
    await answer(failure('rate-limited', 'limit'));
    expect(await get(id)).toMatchObject({ state: 'queued', tries: 1 });
  });

  it('a request is not given up in an outage of twelve hours, whatever its random pauses', async () => {
    for (const chance of [0, 1]) {
      worker.restart(() => chance);
      const [id] = await ask(inChat(`chat ${chance}`));
      const until = machine.now + 12 * hour;
      while (machine.now < until) {
        await answer(failure('unknown', 'connection'));
        await ring();
      }
      expect((await get(id))?.state).toBe('sending');
      await answer(accepted);
    }
  });

  it('a request is not given up over a daily quota, as refused calls do not count', async () => {
    const ids = await ask(...many(3));
    for (let times = 0; times < 40; times += 1) {
      await answerAll(failure('rate-limited', 'limit', { status: 429, until: machine.now + hour }));
      await ring();
    }
    await answerAll(accepted);
    const states = await Promise.all(ids.map(async (id) => (await get(id))?.outcome?.kind));
    expect(states).toEqual(['accepted', 'accepted', 'accepted']);
  });
});

describe('a run', () => {
  const refused = failure('rejected', 'refused', { status: 200, detail: 'plan expired' });

  it('a run pauses after ten equal refusals in a row, says why, and goes on when it is resumed', async () => {
    const run = await startRun(many(40));
    await answerAll(refused);
    const stopped = await runOf(run);
    expect(stopped).toMatchObject({ state: 'paused', stopped: { accountName: 'Support', outcome: refused } });
    // Nine were under way beside the tenth.
    expect(stopped?.failed).toBeLessThanOrEqual(19);
    await worker.queue.setRun(run, 'running');
    await settled();
    await answerAll(refused);
    expect(await runOf(run)).toMatchObject({ state: 'running', stopped: null, failed: 40 });
  });

  it.each<[string, (at: number) => Outcome]>([
    ['one is accepted in between', (at) => (at % 9 === 8 ? accepted : refused)],
    ['the words differ', (at) => failure('rejected', 'refused', { detail: `no ${at % 2}` })],
    ['Pushpin has not found the messages', () => failure('rejected', 'not-listed')],
  ])('a run goes on where %s', async (_what, outcome) => {
    const run = await startRun(many(40));
    for (let at = 0; machine.calls.length > 0; at += 1) await answer(outcome(at));
    expect(await runOf(run)).toMatchObject({ state: 'running' });
    expect(await worker.requestQueries.countOpen()).toBe(0);
  });

  it('the requests of a run without a record are never sent, and end', async () => {
    const run = await worker.queue.startRun('');
    await worker.queue.enqueue(many(3), run);
    await machine.disk.write(async ({ runs }) => runs.remove(run));
    await worker.queue.wake();
    await settled();
    expect([machine.calls.length, await worker.requestQueries.countOpen()]).toEqual([0, 0]);
  });

  it('the failed requests of a run are listed without those that something newer superseded', async () => {
    const run = await startRun(many(5));
    await answerAll(failure('rejected', 'not-found'));
    await ask(inChat('chat 1', { action: 'unpin', address: { messageId: 'M1', chat: 'chat 1' } }));
    const page = await worker.requestQueries.failedIn(run, 0, 3);
    const secondPage = await worker.requestQueries.failedIn(run, page.after ?? 0, 3);
    const ids = [page, secondPage].map(({ failed }) => failed.map(({ address }) => address.messageId));
    expect([ids, secondPage.after]).toEqual([
      [
        ['M0', 'M2'],
        ['M3', 'M4'],
      ],
      null,
    ]);
  });
});

it('the failed requests of a run are listed again after the run that was to retry them was discarded', async () => {
  const run = await startRun(many(2));
  await answerAll(failure('rejected', 'not-found'));
  const retry = await worker.queue.startRun('', run);
  await worker.queue.enqueue(many(2), retry);
  expect((await worker.requestQueries.failedIn(run, 0, 9)).failed).toHaveLength(2);
  await worker.queue.setRun(retry, 'cancelled');
  await settled();
  expect((await worker.requestQueries.failedIn(run, 0, 9)).failed).toHaveLength(2);
});

it('a run that only waits for a limit is not shown as failed', async () => {
  const run = await startRun(many(2));
  await answer(failure('rate-limited', 'limit', { status: 429 }));
  expect(await runOf(run)).toMatchObject({ failed: 0, trouble: null });
});

describe('a clock that is set back in the middle of a list', () => {
  it('a clock that is set back in the middle of a list stops nothing', async () => {
    machine.now = 1_750_000_000_000;
    await startRun(many(20));
    machine.now -= 3 * hour;
    expect(await answerAll(accepted)).toBe(20);
  });

  it('a clock that is set back stops nothing where a limit was reached, or the account had to wait', async () => {
    machine.now = 1_750_000_000_000;
    const { now } = machine;
    const reading = {
      limit: 1,
      remaining: 0,
      resetAt: now + 2_000,
      answeredAt: now,
      isRefused: false,
      sentAt: now,
      receivedAt: now,
    };
    await ask(...many(3));
    for (const call of [...machine.calls]) call.answer(failure('rate-limited', 'limit'), reading);
    await settled();
    expect(machine.calls).toEqual([]);
    machine.now -= 3 * hour;
    await worker.queue.wake();
    await settled();
    expect(machine.calls).toHaveLength(3);
  });
});

describe('a gesture', () => {
  it('a gesture is sent before many requests of an earlier gesture', async () => {
    await ask(...Array.from({ length: 300 }, (_, at) => makeWish({ address: { messageId: `M${at}`, chat: 'A' } })));
    await ask(inChat('B'));
    expect(machine.calls.map(({ request }) => request.address.chat)).toEqual(['A', 'B']);
  });

  it('Try now sends its request alone where its account waits', async () => {
    await ask(inChat('A'));
    await answer(failure('unavailable', 'server', { status: 503, until: machine.now + hour }));
    const [, second = ''] = await ask(inChat('B'), inChat('C'));
    expect(machine.calls).toEqual([]);
    await worker.queue.hasten(second);
    await settled();
    expect(machine.calls.map(({ request }) => request.id)).toEqual([second]);
    await answer(failure('unavailable', 'server', { status: 503, until: machine.now + hour }));
    expect(machine.calls).toEqual([]);
    await worker.queue.hasten(second);
    await settled();
    await answer(accepted);
    expect(machine.calls.length).toBeGreaterThan(0);
  });

  it('a gesture is sent while a long list is being cancelled', async () => {
    const run = await worker.queue.startRun('');
    await worker.queue.enqueue(many(1_000), run);
    let transactions = 0;
    const before: number[] = [];
    const { writeRelaxed } = machine.disk;
    machine.disk.writeRelaxed = (work) => {
      if (machine.calls.length === 0) before.push(transactions);
      transactions += 1;
      return writeRelaxed(work);
    };
    await worker.queue.setRun(run, 'cancelled');
    await worker.queue.enqueue([inChat('here', { accountId: 'zebra' })]);
    await settled();
    expect(machine.calls).toHaveLength(1);
    expect(before.length).toBeLessThan(transactions);
    expect(transactions).toBeGreaterThan(5);
    expect(before.length).toBeLessThanOrEqual(3);
    expect(await worker.requestQueries.countOpen()).toBe(1);
  });
});

describe('a request that had no answer once', () => {
  it('a request that had no answer once and is refused later is unknown, as it may have been carried out', async () => {
    const [id] = await ask(inChat('A'));
    await answer(failure('unknown', 'timeout'));
    await ring();
    await answer(failure('rejected', 'invalid', { status: 400, detail: 'No such chat' }));
    expect(await get(id)).toMatchObject({
      state: 'settled',
      outcome: { kind: 'unknown', reason: 'earlier', status: 400, detail: 'No such chat' },
    });
  });

  it('a request that had no answer once and is accepted later is accepted', async () => {
    const [id] = await ask(inChat('A'));
    await answer(failure('unknown', 'timeout'));
    await ring();
    await answer(accepted);
    expect((await get(id))?.outcome).toEqual(accepted);
  });
});

describe('an account that is deleted', () => {
  it('a deleted account ends very many requests at once, and takes nothing from its limit', async () => {
    machine.now = 1_750_000_000_000;
    const { now } = machine;
    await ask(inChat('A'));
    const reading = {
      limit: 1,
      remaining: 0,
      resetAt: now + 9_000,
      answeredAt: now,
      isRefused: false,
      sentAt: now,
      receivedAt: now,
    };
    machine.calls[0]?.answer(accepted, reading);
    await settled();
    const run = await startRun(many(700));
    expect(machine.calls).toEqual([]);
    await worker.queue.endAccount('support');
    await settled();
    expect([machine.calls.length, await worker.requestQueries.countOpen(), machine.alarm]).toEqual([0, 0, null]);
    expect(await runOf(run)).toMatchObject({ failed: 700, trouble: { outcome: { reason: 'account' } } });
  });

  it('a deleted account ends the requests of a paused run, and those that are asked for while its last calls end', async () => {
    const run = await startRun(many(13));
    await worker.queue.setRun(run, 'paused');
    await worker.queue.endAccount('support');
    const [id] = await ask(inChat('Z'));
    expect(await get(id)).toMatchObject({ state: 'settled', outcome: { reason: 'account' } });
    expect(await runOf(run)).toMatchObject({ total: 13, accepted: 0, failed: 3 });
    await answerAll(accepted);
    expect(await worker.requestQueries.countOpen()).toBe(0);
  });

  it('a deleted account does not say that nothing was sent where a call had no answer', async () => {
    const [id] = await ask(inChat('A'));
    await answer(failure('unknown', 'timeout'));
    await worker.queue.endAccount('support');
    await settled();
    expect((await get(id))?.outcome).toMatchObject({ kind: 'unknown', reason: 'earlier' });
  });

  it('a deleted account does no harm to one with the same id that is added again', async () => {
    await worker.queue.endAccount('support');
    await worker.queue.reopen('support');
    await ask(inChat('A'));
    expect(machine.calls).toHaveLength(1);
  });
});

it('a call that was not made takes nothing from the limit of the account', async () => {
  machine.now = 1_750_000_000_000;
  const { now } = machine;
  await ask(inChat('A'));
  const reading = {
    limit: 9,
    remaining: 1,
    resetAt: now + 9_000,
    answeredAt: now,
    isRefused: false,
    sentAt: now,
    receivedAt: now,
  };
  machine.calls[0]?.answer(accepted, reading);
  await settled();
  await ask(inChat('B'));
  await answer(failure('unavailable', 'account'));
  await ask(inChat('C'));
  expect(machine.calls).toHaveLength(1);
});

it('a provider that is down gets one call at a time, less and less often', async () => {
  await startRun(many(500));
  let calls = await answerAll(failure('unavailable', 'server', { status: 503 }));
  const until = machine.now + hour;
  while (machine.now < until) {
    await ring();
    calls += await answerAll(failure('unavailable', 'server', { status: 503 }));
  }
  expect(calls).toBeLessThan(25);
  await ring();
  expect(machine.calls).toHaveLength(1);
  await answer(accepted);
  expect(machine.calls).toHaveLength(10);
});

describe('a disk that refuses the end of a call', () => {
  const refuseOnce = (): void => {
    const { writeRelaxed } = machine.disk;
    machine.disk.writeRelaxed = () => {
      machine.disk.writeRelaxed = writeRelaxed;
      return Promise.reject(new DOMException('', 'QuotaExceededError'));
    };
  };

  it('the end of a call that the disk refused is written a moment later, as it was', async () => {
    const [id] = await ask(inChat('A'));
    refuseOnce();
    await answer(accepted);
    expect(await get(id)).toMatchObject({ state: 'settled', tries: 1, outcome: accepted });
  });

  it('the end of a call that the disk refused leaves nothing behind while much else is sent', async () => {
    const ids = await ask(...many(8));
    refuseOnce();
    for (const call of [...machine.calls]) call.answer(accepted);
    await settled();
    await answerAll(accepted);
    expect(await Promise.all(ids.map(async (id) => (await get(id))?.state))).toEqual(ids.map(() => 'settled'));
    expect(machine.alarm).toBeNull();
  });

  it('the alarm stays set while the disk refuses the end of a call', async () => {
    const [id] = await ask(inChat('A'));
    const { writeRelaxed } = machine.disk;
    machine.disk.writeRelaxed = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    await answer(accepted);
    expect(machine.alarm).toBe(machine.now + 30_000);
    machine.disk.writeRelaxed = writeRelaxed;
    await ring();
    expect((await get(id))?.outcome).toEqual(accepted);
  });
});

it('the alarm is set before anything is written, and while a long list is worked through', async () => {
  const set: (number | null)[] = [];
  const { write, writeRelaxed } = machine.disk;
  const noteAlarm = <Work extends Parameters<typeof write>[0]>(work: Work) =>
    (async (stores) => {
      const result = await work(stores);
      // The transaction is written after this.
      set.push(machine.alarm);
      return result;
    }) as Work;
  machine.disk.write = (work) => write(noteAlarm(work));
  machine.disk.writeRelaxed = (work) => {
    machine.now += 20_000;
    return writeRelaxed(noteAlarm(work));
  };
  const run = await worker.queue.startRun('');
  set.splice(0);
  await worker.queue.enqueue(many(700), run);
  await worker.queue.setRun(run, 'cancelled');
  await settled();
  expect(set.length).toBeGreaterThan(5);
  expect(set.filter((alarm) => alarm === null)).toEqual([]);
});
