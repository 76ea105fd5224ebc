import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker } = useKillableWorker();
let run: string;

beforeEach(async () => {
  run = await worker.queue.startRun('log.csv');
});

const wishes = (count: number) =>
  Array.from({ length: count }, (_, at) => makeWish({ address: { messageId: `M${at}`, chat: `chat ${at}` } }));
const counts = async () => (await worker.requestQueries.runs())[0];

async function set(state: 'running' | 'paused' | 'cancelled'): Promise<void> {
  await worker.queue.setRun(run, state);
  await settled();
}

async function answerAll(outcome = accepted): Promise<void> {
  for (const call of [...machine.calls]) call.answer(outcome);
  await settled();
}

describe('a run', () => {
  it('a run sends nothing while it is loading, and everything once it is running', async () => {
    await worker.queue.enqueue(wishes(3), run);
    await settled();
    expect([machine.calls, await counts()]).toMatchObject([[], { state: 'loading', total: 3, name: 'log.csv' }]);
    await set('running');
    await answerAll();
    expect(await counts()).toMatchObject({ total: 3, accepted: 3, failed: 0, dropped: 0 });
  });

  it('a run counts how its requests ended', async () => {
    await worker.queue.enqueue(wishes(2), run);
    await set('running');
    machine.calls[0]?.answer(failure('rejected', 'invalid'));
    await settled();
    await answerAll();
    expect(await counts()).toMatchObject({ total: 2, accepted: 1, failed: 1 });
  });

  it('a run shows its latest failure, or that its account needs the user, until the user has looked', async () => {
    await worker.queue.enqueue(wishes(2), run);
    await set('running');
    machine.calls[0]?.answer(failure('unavailable', 'server'));
    await settled();
    expect((await counts())?.trouble).toBeNull();
    machine.calls[0]?.answer(failure('unauthorized', 'token'));
    await settled();
    expect((await counts())?.trouble).toMatchObject({ accountName: 'Support', outcome: { reason: 'token' } });
    await worker.queue.markRunsSeen();
    expect((await counts())?.trouble).toBeNull();
  });

  it('a run counts each of its requests once, also one that a gesture has marked as seen', async () => {
    await worker.queue.enqueue(wishes(1), run);
    await set('running');
    await answerAll();
    const shown = await worker.queue.enqueue(wishes(1));
    await worker.queue.markSeen(shown);
    expect(await counts()).toMatchObject({ total: 1, accepted: 1 });
    expect(await worker.requestQueries.views(shown)).toMatchObject([{ run, seen: true }]);
  });

  it('a run has the same message once', async () => {
    await worker.queue.enqueue([...wishes(2), ...wishes(2)], run);
    expect((await counts())?.total).toBe(2);
  });

  it('a paused run sends nothing more, and goes on where it was, also in a new worker', async () => {
    await worker.queue.enqueue(wishes(13), run);
    await set('running');
    await set('paused');
    await answerAll();
    expect(machine.calls).toEqual([]);
    expect((await counts())?.accepted).toBe(10);
    worker.restart();
    await set('running');
    await answerAll();
    expect(await counts()).toMatchObject({ total: 13, accepted: 13 });
  });

  it('a cancelled run drops all that was not sent, and stays cancelled', async () => {
    await worker.queue.enqueue(wishes(300), run);
    await set('running');
    await set('cancelled');
    await answerAll();
    expect(await counts()).toMatchObject({ state: 'cancelled', total: 300, accepted: 10, dropped: 290 });
    await set('running');
    expect([(await counts())?.state, machine.calls, await worker.requestQueries.countOpen()]).toEqual([
      'cancelled',
      [],
      0,
    ]);
  });

  it.each(['cancelled', 'paused'] as const)('a %s run stays so, whatever its last calls come to', async (state) => {
    await worker.queue.enqueue(wishes(20), run);
    await set('running');
    for (const call of machine.calls.slice(0, 5)) call.answer(failure('rejected', 'refused'));
    await settled();
    await set(state);
    await answerAll(failure('rejected', 'refused'));
    const ended = await counts();
    expect([ended?.state, ended?.failed, ended?.stopped ?? null]).toEqual([state, 15, null]);
  });

  it('the requests of a run are sent after those of gestures', async () => {
    await worker.queue.enqueue(wishes(20), run);
    await set('running');
    await worker.queue.enqueue([makeWish({ address: { messageId: 'now', chat: 'here' } })]);
    machine.calls[0]?.answer(accepted);
    await settled();
    expect(machine.calls.map(({ request }) => request.address.messageId)).toContain('now');
  });

  it('a run lists its requests in the order of asking, page by page', async () => {
    await worker.queue.enqueue(wishes(5), run);
    const first = await worker.requestQueries.runViews(run, 0, 3);
    const secondPage = await worker.requestQueries.runViews(run, first.at(-1)?.sequence ?? 0, 3);
    expect([first, secondPage].map((views) => views.map(({ address }) => address.messageId))).toEqual([
      ['M0', 'M1', 'M2'],
      ['M3', 'M4'],
    ]);
  });

  it('a run that does not exist takes no request', async () => {
    await expect(worker.queue.enqueue(wishes(1), 'gone')).rejects.toThrow('No such run');
    expect(await worker.requestQueries.countOpen()).toBe(0);
  });
});
