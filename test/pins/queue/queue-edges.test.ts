import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../src/pins/queue/request.ts';
import { failure } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker, answer } = useKillableWorker();

const pinIn = (chat: string): Wish => makeWish({ address: { messageId: 'M', chat } });
const unpinIn = (chat: string): Wish => ({ ...pinIn(chat), action: 'unpin' });
const stateOf = async (id: string) => (await worker.requestQueries.get(id))?.state;
const called = () => machine.calls.map(({ request }) => request.id);

async function ask(wish: Wish, run = ''): Promise<string> {
  const [id = ''] = await worker.queue.enqueue([wish], run);
  await settled();
  return id;
}

async function goOnline(): Promise<void> {
  machine.online = true;
  await worker.queue.wake();
  await settled();
}

describe('a wish that is gone', () => {
  it('a cancelled request does not keep the one before it from being tried again', async () => {
    const pin = await ask(pinIn('A'));
    await worker.queue.cancel([await ask(unpinIn('A'))]);
    await answer(failure('unavailable', 'server'));
    expect(await stateOf(pin)).toBe('waiting');
  });

  it('a request of a run that was never sent has replaced nothing', async () => {
    machine.online = false;
    const pin = await ask(pinIn('A'));
    const run = await worker.queue.startRun('');
    await ask(unpinIn('A'), run);
    await worker.queue.setRun(run, 'cancelled');
    await goOnline();
    expect(called()).toEqual([pin]);
  });

  it('a request of a running run replaces what waits', async () => {
    machine.online = false;
    const pin = await ask(pinIn('A'));
    const run = await worker.queue.startRun('');
    const unpin = await ask(unpinIn('A'), run);
    await worker.queue.setRun(run, 'running');
    await goOnline();
    expect([called(), await stateOf(pin)]).toEqual([[unpin], 'replaced']);
  });

  it('a request of a run is not taken for a gesture that asks for the same', async () => {
    const run = await worker.queue.startRun('');
    const inRun = await ask(pinIn('A'), run);
    await worker.queue.setRun(run, 'running');
    await settled();
    const gesture = await ask(pinIn('A'));
    expect(gesture).not.toBe(inRun);
    await worker.queue.setRun(run, 'cancelled');
    await answer(failure('unavailable', 'server'));
    expect(called()).toEqual([gesture]);
  });
});

describe('a record that cannot be read', () => {
  const put = (parts: object) =>
    machine.disk.write(async ({ requests }) =>
      requests.put({
        id: 'corrupt',
        accountId: 'support',
        turn: { rank: 0, order: 1 },
        state: 'queued',
        ...parts,
      } as never),
    );

  it('a record that cannot be read takes no alarm from what waits beside it', async () => {
    await put({ run: '' });
    await ask(pinIn('A'));
    await answer(failure('unknown', 'timeout'));
    expect(machine.alarm).toBe(2_750);
  });

  it('a record that cannot be read in a cancelled run holds up nothing', async () => {
    const run = await worker.queue.startRun('');
    await put({ run });
    await worker.queue.setRun(run, 'cancelled');
    await ask({ ...pinIn('A'), accountId: 'zebra' });
    expect(machine.calls).toHaveLength(1);
  });
});

describe('a clock that is set back', () => {
  it('a clock that is set back keeps nothing waiting', async () => {
    machine.now = 9_000_000;
    await ask(pinIn('A'));
    await answer(accepted);
    machine.now = 1_000;
    await ask(pinIn('B'));
    expect(machine.calls).toHaveLength(1);
  });

  it('a clock that is set back does not hold up a retry', async () => {
    machine.now = 9_000_000;
    await ask(pinIn('A'));
    await answer(failure('unavailable', 'busy'));
    await worker.queue.wake();
    await settled();
    expect(machine.calls).toEqual([]);
    machine.now = 1_000;
    await worker.queue.wake();
    await settled();
    expect(machine.calls).toHaveLength(1);
  });

  it('a clock that is set back does not make a new gesture the same as an earlier one', async () => {
    await worker.queue.enqueue([makeWish()]);
    await settled();
    machine.calls[0]?.answer(accepted);
    await settled();
    machine.now -= 3 * 60 * 60_000;
    await worker.queue.enqueue([makeWish()]);
    await settled();
    expect(machine.calls).toHaveLength(1);
  });

  it('a clock that is set back does not keep the gate of a refused account open', async () => {
    machine.now = 9_000_000;
    await worker.queue.reopen('support');
    machine.now = 1_000;
    await ask(pinIn('A'));
    await answer(failure('unauthorized', 'token'));
    await worker.queue.wake();
    await settled();
    expect(machine.calls).toEqual([]);
  });
});

it('an account goes on without a request that is forbidden for itself', async () => {
  const id = await ask(pinIn('A'));
  await answer(failure('unauthorized', 'forbidden'));
  await worker.queue.reopen('support');
  await settled();
  await answer(failure('unauthorized', 'forbidden'));
  expect(await stateOf(id)).toBe('settled');
});

it('Try now makes its request the one call that is made while its account waits', async () => {
  await ask(pinIn('A'));
  await answer(failure('unauthorized', 'token'));
  await ask(pinIn('B'));
  const last = await worker.queue.enqueue([pinIn('C')]);
  machine.now += 1_000;
  await worker.queue.hasten(last[0] ?? '');
  await settled();
  expect(machine.calls.map(({ request }) => request.id)).toEqual(last);
});

it('a call that takes long sets the alarm, and nothing polls', async () => {
  await ask(pinIn('A'));
  machine.now += 90_000;
  await worker.queue.wake();
  expect(machine.alarm).toBe(machine.now + 30_000);
});
