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
  it('does not stand in the way of the one before it, which is tried again', async () => {
    const pin = await ask(pinIn('A'));
    await worker.queue.cancel([await ask(unpinIn('A'))]);
    await answer(failure('unavailable', 'server'));
    expect(await stateOf(pin)).toBe('waiting');
  });

  it('of a run that never went has replaced nothing', async () => {
    machine.online = false;
    const pin = await ask(pinIn('A'));
    const run = await worker.queue.startRun('');
    await ask(unpinIn('A'), run);
    await worker.queue.setRun(run, 'cancelled');
    await goOnline();
    expect(called()).toEqual([pin]);
  });

  it('of a run that goes takes the place of what waits', async () => {
    machine.online = false;
    const pin = await ask(pinIn('A'));
    const run = await worker.queue.startRun('');
    const unpin = await ask(unpinIn('A'), run);
    await worker.queue.setRun(run, 'running');
    await goOnline();
    expect([called(), await stateOf(pin)]).toEqual([[unpin], 'replaced']);
  });

  it('of a run is not taken for a gesture that asks the same', async () => {
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

  it('takes no alarm from what waits beside it', async () => {
    await put({ run: '' });
    await ask(pinIn('A'));
    await answer(failure('unknown', 'timeout'));
    expect(machine.alarm).toBe(2_750);
  });

  it('in a run that was cancelled holds up nothing', async () => {
    const run = await worker.queue.startRun('');
    await put({ run });
    await worker.queue.setRun(run, 'cancelled');
    await ask({ ...pinIn('A'), accountId: 'zebra' });
    expect(machine.calls).toHaveLength(1);
  });
});

describe('a clock that is set back', () => {
  it('keeps nothing waiting', async () => {
    machine.now = 9_000_000;
    await ask(pinIn('A'));
    await answer(accepted);
    machine.now = 1_000;
    await ask(pinIn('B'));
    expect(machine.calls).toHaveLength(1);
  });

  it('does not keep back what is tried again: it goes when its pause is over', async () => {
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

  it('does not take what is asked anew for what was asked before it', async () => {
    await worker.queue.enqueue([makeWish()]);
    await settled();
    machine.calls[0]?.answer(accepted);
    await settled();
    machine.now -= 3 * 60 * 60_000;
    await worker.queue.enqueue([makeWish()]);
    await settled();
    expect(machine.calls).toHaveLength(1);
  });

  it('does not keep the gate of a refused account open', async () => {
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

it('an account of which one request is forbidden for itself goes on without it', async () => {
  const id = await ask(pinIn('A'));
  await answer(failure('unauthorized', 'forbidden'));
  await worker.queue.reopen('support');
  await settled();
  await answer(failure('unauthorized', 'forbidden'));
  expect(await stateOf(id)).toBe('settled');
});

it('the request that the user wants tried now is the one call that goes while its account waits', async () => {
  await ask(pinIn('A'));
  await answer(failure('unauthorized', 'token'));
  await ask(pinIn('B'));
  const last = await worker.queue.enqueue([pinIn('C')]);
  machine.now += 1_000;
  await worker.queue.hasten(last[0] ?? '');
  await settled();
  expect(machine.calls.map(({ request }) => request.id)).toEqual(last);
});

it('a call that takes longer than its lease is no reason to look all the time', async () => {
  await ask(pinIn('A'));
  machine.now += 90_000;
  await worker.queue.wake();
  expect(machine.alarm).toBe(machine.now + 30_000);
});
