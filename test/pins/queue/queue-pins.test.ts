import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../src/pins/queue/request.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const day = 24 * 60 * 60_000;
const { machine, worker } = useKillableWorker();

async function ask(parts: Partial<Wish> = {}, run = ''): Promise<string> {
  const [id = ''] = await worker.queue.enqueue([makeWish(parts)], run);
  await settled();
  return id;
}

async function answer(outcome: Outcome = accepted): Promise<void> {
  machine.now += 1_000;
  machine.calls[0]?.answer(outcome);
  await settled();
}

async function done(parts: Partial<Wish> = {}, outcome: Outcome = accepted): Promise<string> {
  const id = await ask(parts);
  await answer(outcome);
  return id;
}

const pins = () => machine.disk.read((stores) => stores.pins.all());
const firstPin = async () => (await pins())[0];
const view = async (id: string) => (await worker.requestQueries.views([id]))[0];
const undoKindOf = async (id: string) => (await view(id))?.undoOffer?.kind ?? 'none';

describe('what is known of a message', () => {
  it('nothing is known of a message while a pin is only asked for', async () => {
    await ask();
    expect(await pins()).toEqual([]);
  });

  it('the pin row follows what is accepted, from the answer on', async () => {
    await done({ days: 30 });
    expect(await firstPin()).toMatchObject({ state: 'pinned', pinnedAt: 2_000, expiresAt: 2_000 + 30 * day });
    await done({ action: 'unpin' });
    expect(await firstPin()).toMatchObject({ state: 'unpinned', pinnedAt: null, expiresAt: null });
    expect(await pins()).toHaveLength(1);
  });

  it('the pin row is unknown from the first try without an answer, until one is accepted', async () => {
    await done({ action: 'unpin' }, failure('unknown', 'timeout'));
    expect(await firstPin()).toMatchObject({ state: 'unknown' });
    machine.now += 60_000;
    await worker.queue.wake();
    await settled();
    await answer();
    expect(await firstPin()).toMatchObject({ state: 'unpinned' });
  });

  it('the pin row is unknown after a worker ended during its call', async () => {
    await ask();
    worker.restart();
    await worker.queue.wake();
    await settled();
    expect(await firstPin()).toMatchObject({ state: 'unknown' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['rejected', () => done({ action: 'unpin' }, failure('rejected', 'invalid'))],
    [
      'cancelled',
      async () => {
        machine.online = false;
        await worker.queue.cancel([await ask({ action: 'unpin' })]);
      },
    ],
    [
      'replaced',
      async () => {
        machine.online = false;
        await ask({ action: 'unpin' });
        await ask({ days: 1 });
      },
    ],
    [
      'discarded with its run before that went',
      async () => {
        const run = await worker.queue.startRun('');
        await ask({ action: 'unpin' }, run);
        await worker.queue.setRun(run, 'cancelled');
      },
    ],
    [
      'seen by the user',
      async () => worker.queue.markSeen((await worker.requestQueries.latest(5)).map(({ id }) => id)),
    ],
  ])('the pin row is not changed by a request that is %s', async (_what, happen) => {
    await done({ days: 30 });
    const before = await firstPin();
    await happen();
    await settled();
    expect(await firstPin()).toEqual(before);
  });

  it('the pin row is not moved back when an older request is marked as seen', async () => {
    const pin = await done();
    await done({ action: 'unpin' });
    await worker.queue.markSeen([pin]);
    expect(await firstPin()).toMatchObject({ state: 'unpinned' });
  });

  it('the pin row is written in one transaction with the outcome', async () => {
    await ask();
    const { writeRelaxed } = machine.disk;
    machine.disk.writeRelaxed = (work) =>
      writeRelaxed(async (stores) => {
        await work(stores);
        throw new DOMException('', 'QuotaExceededError');
      });
    await answer();
    machine.disk.writeRelaxed = writeRelaxed;
    expect(await pins()).toEqual([]);
  });
});

describe('until when a pin lasts', () => {
  it('the request that made a pin shows until when it lasts, until another one ends it', async () => {
    const pin = await done({ days: 7 });
    expect((await view(pin))?.pinnedUntil).toBe(2_000 + 7 * day);
    const longer = await done({ days: 30 });
    expect([(await view(pin))?.pinnedUntil, (await view(longer))?.pinnedUntil]).toEqual([null, 3_000 + 30 * day]);
    const unpin = await done({ action: 'unpin' });
    expect([(await view(longer))?.pinnedUntil, (await view(unpin))?.pinnedUntil]).toEqual([null, null]);
  });

  it('a request no longer shows until when its pin lasts after an unpin got no answer', async () => {
    const pin = await done();
    await done({ action: 'unpin' }, failure('unknown', 'timeout'));
    expect((await view(pin))?.pinnedUntil).toBeNull();
  });
});

describe('Undo', () => {
  it('Undo of the first pin of a message is an unpin', async () =>
    expect(await undoKindOf(await done())).toBe('unpin'));

  it('Undo of the unpin of a message that was never pinned here is not offered', async () =>
    expect(await undoKindOf(await done({ action: 'unpin' }))).toBe('pin-again'));

  it('Undo of the unpin of a pin for 30 days pins for 30 days', async () => {
    await done({ days: 30 });
    const unpin = await done({ action: 'unpin', days: 1 });
    expect((await view(unpin))?.undoOffer).toEqual({ kind: 'pin', days: 30, remainingMs: 30 * day - 1_000 });
  });

  it('Undo is offered at the newest request of a message alone', async () => {
    const first = await done({ days: 7 });
    const second = await done({ days: 30 });
    expect([await undoKindOf(first), await undoKindOf(second)]).toEqual(['none', 'pin']);
  });

  it('Undo is no longer offered once something newer waits', async () => {
    const pin = await done();
    machine.online = false;
    const unpin = await ask({ action: 'unpin' });
    expect(await undoKindOf(pin)).toBe('none');
    await worker.queue.cancel([unpin]);
    expect(await undoKindOf(pin)).toBe('unpin');
  });

  it('Undo is offered again where all that was asked for since was replaced or cancelled', async () => {
    const pin = await done();
    machine.online = false;
    await ask({ action: 'unpin' });
    await worker.queue.cancel([await ask({ days: 30 })]);
    expect(await undoKindOf(pin)).toBe('unpin');
  });

  it('Undo restores what was before the first try, also where that got no answer', async () => {
    await done({ days: 30 });
    const unpin = await done({ action: 'unpin' }, failure('unknown', 'timeout'));
    machine.now += 60_000;
    await worker.queue.wake();
    await settled();
    await answer();
    expect(await undoKindOf(unpin)).toBe('pin');
  });

  it.each([
    ['is an unpin where the pin before it was in another chat', '5511888888888', 'unpin'],
    ['gives the pin before it back where that was the same chat by its hidden number', '81896604192873@lid', 'pin'],
  ])('Undo of a pin %s', async (_what, chat, kind) => {
    await done({ address: { ...makeWish().address, chat } });
    expect(await undoKindOf(await done())).toBe(kind);
  });

  it('Undo is shown at what it has undone, and offered at neither request', async () => {
    const pin = await done();
    const undo = await ask({ action: 'unpin', undoes: pin });
    expect((await view(pin))?.undone).toBe(false);
    await answer();
    expect(await view(pin)).toMatchObject({ undone: true, undoOffer: null });
    expect(await undoKindOf(undo)).toBe('pin-again');
  });

  it('Undo makes no request where something newer was asked for in the same moment', async () => {
    const pin = await done();
    const [newer] = await worker.queue.enqueue([makeWish({ days: 30 })]);
    expect(await worker.queue.enqueue([makeWish({ action: 'unpin', undoes: pin })])).toEqual([]);
    await settled();
    expect(machine.calls.map(({ request }) => request.id)).toEqual([newer]);
  });

  it('Undo that is asked for twice is one request', async () => {
    const pin = await done();
    const undo = makeWish({ action: 'unpin', undoes: pin });
    const ids = await Promise.all([worker.queue.enqueue([undo]), worker.queue.enqueue([undo])]);
    expect(ids[0]).toEqual(ids[1]);
  });

  it.each([failure('rejected', 'invalid'), failure('unknown', 'undocumented')])(
    'Undo that failed can be tried again, and is offered again: %o',
    async (outcome) => {
      const pin = await done({ days: 30 });
      const undo = await done({ action: 'unpin', undoes: pin }, outcome);
      expect(await undoKindOf(pin)).toBe('unpin');
      const failed = await view(undo);
      await worker.queue.enqueue(failed ? [failed] : []);
      await settled();
      expect(machine.calls.map(({ request }) => [request.action, request.undoes])).toEqual([['unpin', pin]]);
      await answer();
      expect(await view(pin)).toMatchObject({ undone: true, undoOffer: null });
    },
  );

  it('Undo that was refused has undone nothing', async () => {
    const pin = await done();
    await done({ action: 'unpin', undoes: pin }, failure('rejected', 'invalid'));
    expect((await view(pin))?.undone).toBe(false);
  });

  it.each([
    ['was refused', failure('rejected', 'invalid')],
    ['may or may not have arrived', failure('unknown', 'undocumented')],
  ])('Undo that %s can be tried again, and undoes the same request', async (_how, outcome) => {
    const pin = await done();
    const undo = { action: 'unpin', undoes: pin } as const;
    await done(undo, outcome);
    expect(await done(undo)).not.toBe('');
    expect((await view(pin))?.undone).toBe(true);
  });

  it('Undo that was refused is not tried again once something newer was asked for', async () => {
    const pin = await done();
    const undo = { action: 'unpin', undoes: pin } as const;
    await done(undo, failure('rejected', 'invalid'));
    await done({ days: 30 });
    expect(await worker.queue.enqueue([makeWish(undo)])).toEqual([]);
  });

  it('Undo that was accepted is not done again', async () => {
    const pin = await done();
    const undo = { action: 'unpin', undoes: pin } as const;
    await done(undo);
    machine.now += day;
    expect(await worker.queue.enqueue([makeWish(undo)])).toEqual([]);
  });
});
