import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PinRequest, Wish } from '../../../src/pins/queue/request.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { seed } from '../../seed.ts';
import { makeWish } from '../make-request.ts';
import {
  accepted,
  createMachine,
  emptyDisk,
  type KillableWorker,
  type Machine,
  settled,
  startWorker,
} from './killable-worker.ts';
import { randomFrom } from './seeded-random.ts';

beforeEach(() => emptyDisk(createMachine()));

/** Creates a provider that knows what is pinned, and whether two calls in one chat ever overlapped. */
function createProvider(machine: Machine) {
  const pinned = new Map<string, string>();
  const overlaps: string[] = [];
  const messageOf = ({ address }: PinRequest) => `${address.chat} ${address.messageId}`;
  return {
    pinned,
    overlaps,
    look() {
      const chats = machine.calls.map(({ request }) => request.address.chat);
      overlaps.push(...chats.filter((chat, index) => chats.indexOf(chat) < index).map(String));
    },
    carryOut(request: PinRequest) {
      pinned.set(messageOf(request), request.action);
    },
  };
}

interface Ending {
  /** Every wish in the order of asking. */
  wishes: readonly Wish[];
  requests: readonly PinRequest[];
  pinned: ReadonlyMap<string, string>;
  overlaps: readonly string[];
  deaths: number;
}

/**
 * Enqueues the wishes and lets the queue do its work to the end. `diesAt` says at which steps the worker ends. The calls
 * that are under way then are carried out or not, at random, and the next event starts a new worker.
 */
async function live(wishes: readonly Wish[], diesAt: (step: number) => boolean, random: () => number): Promise<Ending> {
  const machine = createMachine();
  await emptyDisk(machine);
  const provider = createProvider(machine);
  let steps = 0;
  let deaths = 0;
  let worker: KillableWorker = startWorker(machine, random);
  machine.step = () => {
    steps += 1;
    if (!diesAt(steps)) return;
    worker.die();
    deaths += 1;
    for (const { request } of machine.calls.splice(0)) if (random() < 0.5) provider.carryOut(request);
  };
  const living = async (): Promise<KillableWorker> => {
    await settled();
    if (worker.isDead()) worker = startWorker(machine, random);
    return worker;
  };
  const outcomes: Outcome[] = [
    accepted,
    accepted,
    accepted,
    failure('unavailable', 'server'),
    failure('unknown', 'timeout'),
  ];

  /** Makes a gesture, and makes it again where its worker ends before it is answered, as a user would. */
  const ask = async (wish: Wish): Promise<void> => {
    const { queue } = await living();
    const enqueued = queue.enqueue([wish]).then(() => true);
    if (!(await Promise.race([enqueued, settled().then(() => false)]))) await ask(wish);
  };
  for (const wish of wishes) {
    await ask(wish);
    machine.now += Math.round(random() * 50);
  }

  for (let turn = 0; turn < 5_000; turn += 1) {
    const { queue } = await living();
    provider.look();
    const call = machine.calls[Math.floor(random() * machine.calls.length)];
    if (call) {
      const outcome = outcomes[Math.floor(random() * outcomes.length)] ?? accepted;
      if (outcome.kind === 'accepted' || (outcome.kind === 'unknown' && random() < 0.5))
        provider.carryOut(call.request);
      call.answer(outcome);
    } else if (machine.alarm !== null) {
      machine.now = Math.max(machine.now, machine.alarm);
      machine.alarm = null;
      void queue.wake();
    } else {
      void queue.wake();
      await settled();
      if (machine.calls.length === 0 && machine.alarm === null && !worker.isDead()) break;
    }
  }
  machine.step = () => {};
  const requests = await machine.disk.read(({ requests: store }) => store.all());
  return { wishes, requests, pinned: provider.pinned, overlaps: provider.overlaps, deaths };
}

/** Expects what has to hold however often and wherever the worker ended. */
function expectNothingLost({ wishes, requests, pinned, overlaps }: Ending): void {
  expect(requests.filter(({ state }) => !['settled', 'cancelled', 'replaced'].includes(state))).toEqual([]);
  expect(overlaps).toEqual([]);
  const last = new Map(wishes.map(({ address, action }) => [`${address.chat} ${address.messageId}`, action]));
  const failed = requests.filter(({ state, outcome }) => state === 'settled' && outcome?.kind !== 'accepted');
  if (failed.length === 0) expect(Object.fromEntries(pinned)).toEqual(Object.fromEntries(last));
}

const wishesFor = (count: number): Wish[] =>
  Array.from({ length: count }, (_, index) =>
    makeWish({
      action: index % 3 === 1 ? 'unpin' : 'pin',
      address: { messageId: `M${index % Math.ceil(count / 2)}`, chat: `551190000000${index % 4}` },
    }),
  );

describe('a worker that ends', () => {
  it.each([
    { count: 1, stride: 1 },
    { count: 2, stride: 1 },
    { count: 50, stride: 29 },
  ])(
    'a worker that ends at any step of $count requests loses none and overtakes none',
    async ({ count, stride }) => {
      let lastStep = 1;
      for (; lastStep < 9_999; lastStep += stride) {
        const ending = await live(wishesFor(count), (step) => step === lastStep, randomFrom(lastStep));
        expectNothingLost(ending);
        if (ending.deaths === 0) break;
      }
      expect(lastStep).toBeGreaterThan(count * 7);
    },
    180_000,
  );

  it(`workers that end at random, 200 rounds, lose no request and overtake none (SEED=${seed})`, async () => {
    const random = randomFrom(seed);
    for (let round = 0; round < 200; round += 1) {
      const every = 5 + Math.floor(random() * 60);
      const ending = await live(wishesFor(1 + Math.floor(random() * 12)), () => random() * every < 1, random);
      expectNothingLost(ending);
    }
  }, 180_000);
});
