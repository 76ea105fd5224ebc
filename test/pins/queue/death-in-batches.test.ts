import { expect, it } from 'vitest';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { isOpen } from '../../../src/pins/queue/request-states.ts';
import type { Run } from '../../../src/pins/queue/run.ts';
import { type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { seed } from '../../seed.ts';
import { makeWish } from '../make-request.ts';
import { accepted, createMachine, type KillableWorker, settled, startWorker } from './killable-worker.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { randomFrom } from './seeded-random.ts';

interface Ending {
  requests: readonly PinRequest[];
  runs: readonly Run[];
  /** The ids of the requests of all calls that were made, and of those that were under way when a worker ended. */
  called: readonly string[];
  interrupted: readonly string[];
  /** Calls that began while another call of their chat was under way. */
  overlaps: readonly string[];
  deaths: number;
}

const chatCount = 9;
const wishesOf = (accountId: string, name: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeWish({ accountId, address: { messageId: `${name}${index}`, chat: `chat ${index % chatCount}` } }),
  );

/**
 * Sends two runs of two accounts and gestures in between. The calls that are under way are answered together, so that
 * each transaction ends several calls and claims others. `diesAt` says at which steps the worker is terminated: a step is
 * before and after each transaction, and before each call.
 */
async function sendInBatches(diesAt: (step: number) => boolean, random: () => number): Promise<Ending> {
  const machine = { ...createMachine(), disk: createMemoryDisk<StoredRows>(storeGuards) };
  const called: string[] = [];
  const interrupted: string[] = [];
  const overlaps: string[] = [];
  let steps = 0;
  let deaths = 0;
  let worker: KillableWorker = startWorker(machine, random);
  const living = async (): Promise<KillableWorker['queue']> => {
    await settled();
    if (worker.isDead()) worker = startWorker(machine, random);
    return worker.queue;
  };
  /** Does a gesture, and does it again if its worker is terminated before it is answered, as a user would. */
  const untilDone = async <T>(gesture: (queue: KillableWorker['queue']) => Promise<T>): Promise<T> => {
    const queue = await living();
    const done = gesture(queue).then((result) => ({ result }));
    const answered = await Promise.race([done, settled().then(() => null)]);
    return answered ? answered.result : untilDone(gesture);
  };

  const runIds = [await worker.queue.startRun('1'), await worker.queue.startRun('2')];
  for (const [index, id] of runIds.entries()) {
    const wishes = ['support', 'sales'].flatMap((account) => wishesOf(account, `${account}${index}-`, 14));
    await worker.queue.enqueue(wishes, id);
  }
  machine.step = () => {
    steps += 1;
    if (!diesAt(steps)) return;
    worker.die();
    deaths += 1;
    interrupted.push(...machine.calls.splice(0).map(({ request }) => request.id));
  };
  for (const id of runIds) await untilDone((queue) => queue.setRun(id, 'running'));

  const seen = new Set<unknown>();
  for (let round = 0; round < 500; round += 1) {
    const queue = await living();
    if (round < 4) await untilDone((current) => current.enqueue(wishesOf('support', `gesture${round}-`, 2)));
    await settled();
    const lanes = machine.calls.map(({ request }) => request.lane);
    overlaps.push(...lanes.filter((lane, index) => lanes.indexOf(lane) < index));
    for (const call of machine.calls.filter((each) => !seen.has(each))) {
      seen.add(call);
      called.push(call.request.id);
    }
    const calls = [...machine.calls];
    if (calls.length > 0) {
      const outcomes: Outcome[] = [accepted, accepted, accepted, accepted, failure('unavailable', 'busy')];
      for (const call of calls) call.answer(outcomes[Math.floor(random() * outcomes.length)] ?? accepted);
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
  await settled();
  const [requests, runs] = await machine.disk.read((stores) => Promise.all([stores.requests.all(), stores.runs.all()]));
  return { requests, runs, called, interrupted, overlaps, deaths };
}

const isAccepted = ({ state, outcome }: PinRequest): boolean => state === 'settled' && outcome?.kind === 'accepted';
const isFailed = (request: PinRequest): boolean => request.state === 'settled' && !isAccepted(request);

function expectNothingLostOrDoubled({ requests, runs, called, interrupted, overlaps }: Ending): void {
  expect(requests.filter(isOpen)).toEqual([]);
  // A request is only given up after a day of tries, all of which were interrupted.
  expect(requests.filter(isFailed).filter(({ tries }) => tries < 10)).toEqual([]);
  expect(overlaps).toEqual([]);
  for (const { id, total, accepted: acceptedCount, failed, dropped } of runs) {
    const own = requests.filter(({ run }) => run === id);
    const counts = [isAccepted, isFailed].map((isMeant) => own.filter(isMeant).length);
    expect([total, acceptedCount, failed, dropped]).toEqual([own.length, ...counts, 0]);
  }
  const interruptedIds = new Set(interrupted);
  for (const { id, tries } of requests) {
    const callCount = called.filter((each) => each === id).length;
    if (!interruptedIds.has(id)) expect(callCount).toBeLessThanOrEqual(tries);
  }
}

it('a worker that ends at any step of batched claims loses no request, and no two calls of a chat overlap', async () => {
  let step = 1;
  for (; step < 999; step += 1) {
    const ending = await sendInBatches((current) => current === step, randomFrom(step));
    expectNothingLostOrDoubled(ending);
    if (ending.deaths === 0) break;
  }
  expect(step).toBeGreaterThan(70);
}, 180_000);

it(`workers that end at random steps of batched claims, 60 rounds, lose no request (SEED=${seed})`, async () => {
  const random = randomFrom(seed);
  for (let round = 0; round < 60; round += 1) {
    const every = 5 + Math.floor(random() * 60);
    expectNothingLostOrDoubled(await sendInBatches(() => random() * every < 1, random));
  }
}, 180_000);
