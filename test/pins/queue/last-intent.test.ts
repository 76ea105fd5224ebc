import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../src/pins/queue/request.ts';
import { failure } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker, answer } = useKillableWorker();

const id = '3EB0796DC6B777C0C7CD';
const unavailable = failure('unavailable', 'server');

async function ask(wish: Wish, run = ''): Promise<string> {
  const [made = ''] = await worker.queue.enqueue([wish], run);
  await settled();
  return made;
}

async function later(): Promise<void> {
  machine.now += 60_000;
  machine.online = true;
  await worker.queue.wake();
  await settled();
}

async function makeRunOf(wish: Wish): Promise<string> {
  const run = await worker.queue.startRun('');
  await ask(wish, run);
  return run;
}

const set = async (run: string, state: 'running' | 'paused' | 'cancelled'): Promise<void> => {
  await worker.queue.setRun(run, state);
  await settled();
};

const pin = (messageId: string, chat: string | null, parts: Partial<Wish> = {}): Wish =>
  makeWish({ address: { messageId, chat }, ...parts });
const unpin = (messageId: string, chat: string | null): Wish => pin(messageId, chat, { action: 'unpin' });
const sending = () => machine.calls.map(({ request }) => [request.action, request.address.chat]);
const stateOf = async (made: string) => (await worker.requestQueries.get(made))?.state;

describe('another spelling of the same message', () => {
  it.each([
    ['by its number, then by its hidden number', '5511999999999', '81896604192873@lid'],
    ['with the ninth digit, then without', '5511987654321', '551187654321'],
  ])('a request is replaced by one with another spelling of the same message: %s', async (_what, one, other) => {
    const first = await ask(pin(id, one));
    await answer(unavailable);
    await ask(unpin(id, other));
    expect([await stateOf(first), sending()]).toEqual(['replaced', [['unpin', other]]]);
    await answer(accepted);
    await later();
    expect(sending()).toEqual([]);
  });

  it('requests for a chat with and without the ninth digit wait for each other', async () => {
    await ask(pin('1', '5511987654321'));
    await ask(pin('2', '551187654321'));
    expect(sending()).toEqual([['pin', '5511987654321']]);
    await answer(accepted);
    expect(sending()).toEqual([['pin', '551187654321']]);
  });
});

describe('a name that stood beside the usual one', () => {
  const key = `true_919487126251@c.us_${id}`;
  const queueId = 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1';
  const hidden = '81896604192873@lid';
  const ofQueue = { name: queueId, messageId: id, chat: '919487126251@c.us' };
  const ofPerson = { name: hidden, messageId: null, chat: '5511999999999@c.us' };
  const learning = (messageId: string, chat: string, alias: typeof ofQueue | typeof ofPerson, parts = {}): Wish =>
    makeWish({ address: { messageId, chat, aliases: [alias] }, ...parts });

  it('a queue_id that stood beside a message id is that message from then on', async () => {
    const first = await ask(learning(key, '919487126251@c.us', ofQueue));
    await answer(unavailable);
    const second = await ask(unpin(queueId, null));
    expect([await stateOf(first), sending()]).toEqual(['replaced', [['unpin', null]]]);
    await ask(pin('another', '919487126251@c.us'));
    expect(sending()).toHaveLength(1);
    await answer(unavailable);
    await ask(pin(key, '919487126251@c.us'));
    expect(await stateOf(second)).toBe('replaced');
  });

  it('a hidden number that stood beside a number is that chat from then on', async () => {
    await ask(learning('1', '5511999999999', ofPerson));
    const other = await ask(pin('2', hidden));
    expect([sending(), await stateOf(other)]).toEqual([[['pin', '5511999999999']], 'queued']);
  });

  it.each([
    ['queue_id', unpin(queueId, null), learning(key, '919487126251@c.us', ofQueue)],
    ['hidden number, of a short id', unpin('42', hidden), learning('42', '5511999999999', ofPerson)],
  ])('a name that becomes known also tells what was asked for by it before: a %s', async (_what, by, both) => {
    const first = await ask(by);
    await answer(unavailable);
    await ask(both);
    expect([await stateOf(first), sending()]).toEqual(['replaced', [['pin', both.address.chat]]]);
  });

  it('a name that becomes known brings what is known of the pin with it', async () => {
    await ask(pin(queueId, null, { days: 30 }));
    await answer(accepted);
    machine.now += 60_000;
    const unpinned = await ask(learning(key, '919487126251@c.us', ofQueue, { action: 'unpin' }));
    await answer(accepted);
    const [view] = await worker.requestQueries.views([unpinned]);
    expect(view?.undoOffer).toMatchObject({ kind: 'pin', days: 30 });
    const pins = await machine.disk.read((stores) => stores.pins.all());
    expect(pins.map(({ id: row, state }) => [row, state])).toEqual([[`support\n\n${id}`, 'unpinned']]);
  });

  it('what was asked for by two names of a message becomes one chain, in the order of asking', async () => {
    await ask(pin(key, '919487126251@c.us'));
    await answer(accepted);
    machine.now += 60_000;
    const first = await ask(pin(queueId, null));
    const second = await ask(unpin(queueId, null));
    await set(await makeRunOf(learning(key, '919487126251@c.us', ofQueue, { days: 30 })), 'cancelled');
    await answer(unavailable);
    expect([await stateOf(first), await stateOf(second), sending()]).toEqual([
      'replaced',
      'sending',
      [['unpin', null]],
    ]);
  });

  it('another name is learnt for its own account alone', async () => {
    await ask(learning('42', '5511999999999', ofPerson, { accountId: 'other' }));
    await answer(accepted);
    const first = await ask(pin('42', hidden));
    await ask(unpin('42', '5511999999999'));
    expect([await stateOf(first), machine.calls.length]).toEqual(['sending', 2]);
  });

  it('another name is no part of the request on disk', async () => {
    const made = await ask(learning(key, '919487126251@c.us', ofQueue));
    expect((await worker.requestQueries.get(made))?.address).toEqual({ messageId: key, chat: '919487126251@c.us' });
  });
});

describe('a run that never goes', () => {
  it('a run that is never sent hides no other run: what both replaced stays replaced', async () => {
    machine.online = false;
    const gesture = await ask(pin(id, 'A'));
    const going = await makeRunOf(unpin(id, 'A'));
    const discarded = await makeRunOf(pin(id, 'A', { days: 30 }));
    await set(discarded, 'cancelled');
    await set(going, 'running');
    await later();
    expect([sending(), await stateOf(gesture)]).toEqual([[['unpin', 'A']], 'replaced']);
    await answer(accepted);
    await later();
    expect(sending()).toEqual([]);
  });

  it('a run that is never sent replaces nothing in a run that is', async () => {
    const [first, second] = [await makeRunOf(pin(id, 'A')), await makeRunOf(pin(id, 'A'))];
    await set(first, 'paused');
    await set(second, 'paused');
    await set(first, 'running');
    await set(second, 'cancelled');
    expect(sending()).toEqual([['pin', 'A']]);
  });

  it('a run that is resumed is sent after what was sent meanwhile', async () => {
    const [first, second] = [await makeRunOf(pin(id, 'A')), await makeRunOf(unpin(id, 'A'))];
    await set(second, 'paused');
    await set(first, 'running');
    await answer(accepted);
    await set(second, 'running');
    expect(sending()).toEqual([['unpin', 'A']]);
  });
});

describe('a corrected address', () => {
  it.each([
    [
      'key',
      pin(`true_5511999999999@c.us_${id}`, '5511999999999'),
      pin(`false_5511999999999@c.us_${id}`, '5511999999999'),
    ],
    ['chat', pin(id, '5511999999999'), pin(id, '5511888888888')],
  ])('a corrected address replaces the wrong one: another %s', async (_what, wrong, right) => {
    const first = await ask(wrong);
    await answer(unavailable);
    const second = await ask(right);
    expect([await stateOf(first), machine.calls.map(({ request }) => request.id)]).toEqual(['replaced', [second]]);
    expect(machine.calls[0]?.request.address).toEqual(right.address);
  });
});
