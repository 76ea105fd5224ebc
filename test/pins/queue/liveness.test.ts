import { expect, it } from 'vitest';
import type { PinRequest, Wish } from '../../../src/pins/queue/request.ts';
import { isOpen, isUnsent } from '../../../src/pins/queue/request-states.ts';
import { type PinsDisk, type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { failure, type Outcome, type RateReading } from '../../../src/providers/index.ts';
import { seed as firstSeed } from '../../seed.ts';
import { makeWish } from '../make-request.ts';
import { accepted, createMachine, type KillableWorker, type Machine, settled, startWorker } from './killable-worker.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { randomFrom } from './seeded-random.ts';

/*
 * The queue never stands still without saying why, whatever users, providers, clocks, disks and the browser do, in any
 * order. A history that fails is played again by SEED=… RUNS=1.
 */
const count = Number(process.env.RUNS ?? 2_000);

const minute = 60_000;
const hour = 60 * minute;
const accounts = ['sales', 'support'];
const steps = 18;
/** The longest time that a provider asks to wait here, in ms, and the second by which clocks are adjusted. */
const maxWaitMs = 3 * hour + 1_000;

/** Rows are not checked here, because other tests hold that Pushpin can read what it writes. */
const anyRows = Object.fromEntries(
  Object.keys(storeGuards).map((name) => [name, () => true]),
) as unknown as typeof storeGuards;

/** A world in which one event happens after the other. */
interface World {
  machine: Machine;
  random: () => number;
  /** The disk without its random refusals. */
  disk: PinsDisk;
  /** The probability that the disk refuses a transaction, and that the worker ends at a step. */
  refuses: number;
  dies: number;
  /** Whether the disk has refused a transaction since the alarm rang last. */
  hasRefused: boolean;
  worker: KillableWorker;
  runs: string[];
  ids: string[];
  /** How providers mostly answer now. */
  mood: (typeof moods)[number];
  log: string[];
}

const moods = ['well', 'mixed', 'down', 'refusing', 'limiting', 'unauthorized'] as const;

const refusal = new DOMException('', 'QuotaExceededError');

function createWorld(seed: number): World {
  const random = randomFrom(seed);
  const disk = createMemoryDisk<StoredRows>(anyRows);
  const flaky =
    (name: 'read' | 'write' | 'writeRelaxed') =>
    <T>(work: Parameters<PinsDisk['read']>[0] & (() => Promise<T>)): Promise<T> => {
      if (random() >= world.refuses) return disk[name](work);
      world.hasRefused = true;
      return Promise.reject(refusal);
    };
  const machine: Machine = {
    ...createMachine(),
    disk: { read: flaky('read'), write: flaky('write'), writeRelaxed: flaky('writeRelaxed') } as PinsDisk,
    now: 1_750_000_000_000,
    step() {
      if (random() < world.dies) end(world);
    },
  };
  const world: World = {
    machine,
    random,
    disk,
    refuses: 0,
    dies: 0,
    hasRefused: false,
    runs: [],
    ids: [],
    mood: 'well',
    log: [],
    worker: startWorker(machine, random),
  };
  return world;
}

/** Ends the worker, and with it all of its calls. */
function end({ worker, machine, log }: World): void {
  worker.die();
  machine.calls.splice(0);
  log.push('the worker ends');
}

const pick = <T>({ random }: Pick<World, 'random'>, all: readonly T[]): T =>
  all[Math.floor(random() * all.length)] as T;

/** Returns the worker for the next event: where the last one has ended, a new one starts and wakes the queue. */
function living(world: World): KillableWorker {
  if (!world.worker.isDead()) return world.worker;
  world.worker = startWorker(world.machine, world.random);
  void world.worker.queue.wake();
  return world.worker;
}

const makeWishOf = (world: World): Wish =>
  makeWish({
    accountId: pick(world, accounts),
    action: pick(world, ['pin', 'unpin']),
    days: pick(world, [7, 30]),
    address: { messageId: `M${Math.floor(world.random() * 4)}`, chat: pick(world, ['A', 'B', 'C']) },
  });

const wishes = (world: World, max: number): Wish[] =>
  Array.from({ length: 1 + Math.floor(world.random() * max) }, () => makeWishOf(world));

/** Returns wishes that pin very many messages and then unpin them, so that all of the pins are replaced. */
const replacing = (world: World): Wish[] => {
  const accountId = pick(world, accounts);
  return (['pin', 'unpin'] as const).flatMap((action) =>
    Array.from({ length: 110 }, (_, index) =>
      makeWish({ accountId, action, address: { messageId: `N${index}`, chat: `D${index % 9}` } }),
    ),
  );
};

function reading({ machine, random }: World, isRefused: boolean): RateReading {
  const at = machine.now;
  const far = random() < 0.1 ? 9_999_999_999_000 : at + 2_000;
  const remaining = isRefused ? 0 : Math.floor(random() * 3);
  return { limit: 3, remaining, resetAt: far, answeredAt: at, isRefused, sentAt: at - 50, receivedAt: at };
}

function makeOutcome(world: World): Outcome {
  const { random, machine } = world;
  const until = random() < 0.5 ? machine.now + Math.floor(random() * 3 * hour) : null;
  const usual: Record<World['mood'], Outcome[]> = {
    well: [accepted],
    down: [failure('unavailable', 'server', { status: 503 }), failure('unknown', 'timeout')],
    refusing: [failure('rejected', 'invalid', { status: 400, detail: 'no' })],
    limiting: [failure('rate-limited', 'limit', { status: 429, until }), accepted],
    unauthorized: [failure('unauthorized', pick(world, ['token', 'forbidden', 'subscription']))],
    mixed: [
      ...[accepted, failure('rejected', 'not-found'), failure('unavailable', 'server', { status: 503, until })],
      ...[failure('unavailable', 'busy'), failure('unavailable', 'disconnected'), failure('unavailable', 'offline')],
      ...[failure('unavailable', 'permission'), failure('unavailable', 'storage'), failure('unknown', 'connection')],
    ],
  };
  return pick(world, usual[random() < 0.8 ? world.mood : 'mixed']);
}

/** Waits for a gesture. Where the disk refuses or the worker ends, it returns nothing, as the user is not told that it is done. */
async function tried(work: () => Promise<unknown>): Promise<string[]> {
  const done = await Promise.race([work().catch(() => []), settled().then(() => [])]);
  return typeof done === 'string' ? [done] : Array.isArray(done) ? done : [];
}

/** Lets time pass. The alarm rings when its time has come, in a new worker where the last one has ended. */
async function goOn(world: World, ms: number): Promise<void> {
  const { machine } = world;
  const goal = machine.now + ms;
  while (machine.alarm !== null && machine.alarm <= goal) {
    machine.now = Math.max(machine.now, machine.alarm);
    await ring(world);
  }
  machine.now = Math.max(machine.now, goal);
}

async function ring(world: World): Promise<void> {
  world.machine.alarm = null;
  world.hasRefused = false;
  void living(world).queue.wake();
  await settled();
}

type Event = (world: World) => Promise<unknown> | unknown;

const events: Readonly<Record<string, { weight: number; happens: Event }>> = {
  'a gesture': {
    weight: 8,
    async happens(world) {
      const { queue } = living(world);
      world.ids.push(...(await tried(() => queue.enqueue(wishes(world, world.random() < 0.2 ? 9 : 2)))));
    },
  },
  'a list': {
    weight: 4,
    async happens(world) {
      const { queue } = living(world);
      const [run] = await tried(() => queue.startRun('list'));
      if (!run) return;
      world.runs.push(run);
      const list = world.random() < 0.005 ? replacing(world) : wishes(world, 12);
      await tried(() => living(world).queue.enqueue(list, run));
      if (world.random() < 0.8) await tried(() => living(world).queue.setRun(run, 'running'));
    },
  },
  'a run goes on, stops or is cancelled': {
    weight: 4,
    async happens(world) {
      const run = pick(world, world.runs);
      const state = pick(world, ['running', 'running', 'paused', 'cancelled'] as const);
      if (run) await tried(() => living(world).queue.setRun(run, state));
    },
  },
  'try now': {
    weight: 2,
    happens: (world) => tried(() => living(world).queue.hasten(pick(world, world.ids) ?? '')),
  },
  cancel: {
    weight: 1,
    happens: (world) => tried(() => living(world).queue.cancel([pick(world, world.ids) ?? ''])),
  },
  'an account is seen to': {
    weight: 2,
    happens: (world) => tried(() => living(world).queue.reopen(pick(world, accounts))),
  },
  'an account is deleted': {
    weight: 0.3,
    happens: (world) => tried(() => living(world).queue.endAccount(pick(world, accounts))),
  },
  'an answer': {
    weight: 12,
    async happens(world) {
      const call = pick(world, world.machine.calls);
      if (!call) return;
      const outcome = makeOutcome(world);
      const isLimited = world.random() < 0.3;
      call.answer(outcome, ...(isLimited ? [reading(world, outcome.kind === 'rate-limited')] : []));
    },
  },
  'time goes on': { weight: 6, happens: (world) => goOn(world, Math.floor(world.random() * 10 * minute)) },
  'the computer sleeps': {
    weight: 1,
    async happens(world) {
      world.machine.now += Math.floor(world.random() * 30 * hour);
      if (world.machine.alarm !== null && world.machine.alarm <= world.machine.now) await ring(world);
    },
  },
  // So that settled requests are pruned while others for the same messages are still open.
  'a hundred days pass': {
    weight: 0.5,
    async happens(world) {
      world.machine.now += 100 * 24 * hour;
      if (world.machine.alarm !== null && world.machine.alarm <= world.machine.now) await ring(world);
    },
  },
  // Nothing tells a worker that the clock was set, so it looks at the clock when it is woken next.
  'the clock is set': {
    weight: 2,
    happens(world) {
      world.machine.now += Math.floor((world.random() * 2 - 1) * 12 * hour);
      void living(world).queue.wake();
    },
  },
  'the network comes or goes': {
    weight: 1,
    happens(world) {
      world.machine.online = !world.machine.online;
      if (world.machine.online) void living(world).queue.wake();
    },
  },
  'the disk refuses, or no more': {
    weight: 1,
    happens(world) {
      world.refuses = world.refuses === 0 ? 0.3 : 0;
    },
  },
  'workers end, or no more': {
    weight: 1,
    happens(world) {
      world.dies = world.dies === 0 ? 0.03 : 0;
    },
  },
  'providers change their mood': {
    weight: 2,
    happens(world) {
      world.mood = pick(world, moods);
    },
  },
};

const names = Object.keys(events);
const weights = Object.values(events).map(({ weight }) => weight);
const allWeights = weights.reduce((sum, weight) => sum + weight, 0);

function nextEvent(random: () => number): string {
  let remaining = random() * allWeights;
  return (
    names.find((_, index) => {
      remaining -= weights[index] ?? 0;
      return remaining < 0;
    }) ?? 'time goes on'
  );
}

/** Returns the open requests as the screens show them, without refusals of the disk. */
async function openRequests(world: World) {
  const { refuses, hasRefused } = world;
  world.refuses = 0;
  const all = await world.disk.read(({ requests }) => requests.all());
  const open = all.filter(isOpen);
  const look = (online: boolean) => {
    Object.assign(world.machine, { online });
    return world.worker.requestQueries.views(open.map(({ id }) => id));
  };
  const { online } = world.machine;
  const views = await look(online);
  const inNetwork = online ? views : await look(true);
  Object.assign(world.machine, { online });
  const runs = new Map((await world.disk.read((stores) => stores.runs.all())).map((run) => [run.id, run.state]));
  const gone = (await world.disk.read(({ gates }) => gates.all())).filter(({ isGone }) => isGone).map(({ id }) => id);
  Object.assign(world, { refuses, hasRefused });
  return views.map((view, index) => ({
    view,
    /** What the request would wait for if there were a network. */
    next: inNetwork[index]?.wait ?? null,
    run: view.run === '' ? 'running' : runs.get(view.run),
    isGone: gone.includes(view.accountId),
  }));
}

/** The time in ms after which the queue is looked at again where a worker has ended or the disk has refused. */
const leaseMs = minute / 2;
/** The time in ms after which the queue looks for the network again. */
const offlineIntervalMs = minute;

/** Returns a sentence for each request that stands still without saying why. */
async function standingStill(world: World): Promise<string[]> {
  const { now, alarm, calls } = world.machine;
  const isHeld = world.hasRefused || world.worker.isDead();
  // A worker that is alive and was refused nothing is never late.
  const slackMs = isHeld ? leaseMs : 0;
  const ringsBy = (time: number) => alarm !== null && alarm <= Math.max(time, now + slackMs);
  const isCalled = (isMeant: (request: PinRequest) => boolean) => calls.some(({ request }) => isMeant(request));

  return (await openRequests(world)).flatMap(({ view, next, run, isGone }) => {
    const { id, state, dueAt, accountId, wait } = view;
    const isAccountCalled = isCalled((request) => request.accountId === accountId);
    const report = (what: string) => [
      `${what}: ${JSON.stringify({ id, state, dueAt, run, wait, now, alarm, slackMs })}`,
    ];
    const isHalted = isUnsent(view) && !isGone && (run === 'paused' || run === 'loading');
    if (isHalted) return wait ? [] : report('waits for its run, and does not say so');
    if (state === 'sending') {
      return isCalled((request) => request.id === id) || ringsBy(now) ? [] : report('is sent by nobody');
    }
    if (wait === null || wait.reason === 'now') {
      if (state === 'waiting' && (dueAt ?? 0) > now && run !== 'cancelled' && !isGone)
        return report('waits for a time, and does not say so');
      return isAccountCalled || (isHeld && ringsBy(now)) ? [] : report('could go, and does not');
    }
    // A missing network is noticed at the next look, and looked for from then on.
    if (wait.reason === 'offline')
      return ringsBy(Math.max(now + offlineIntervalMs, next?.until ?? 0))
        ? []
        : report('waits for the network, and nobody looks');
    // Only the user can end this wait.
    if (wait.until === null) return [];
    // A clock that was set back makes no wait longer than a provider said.
    if (wait.reason !== 'again' && wait.until > now + maxWaitMs) return report('waits too long');
    // While calls of the account are under way, the end of one of them wakes the queue.
    return ringsBy(wait.until) || isAccountCalled ? [] : report('is not looked at when it says');
  });
}

/** Opens everything and accepts every call: from here on only alarms and answers move the queue. */
async function comeToAnEnd(world: World): Promise<void> {
  const { machine } = world;
  Object.assign(world, { refuses: 0, dies: 0, hasRefused: false });
  machine.online = true;
  // A gate tells calls from before this moment from later ones by their times.
  machine.now += 1;
  for (const account of accounts) {
    const gate = await world.disk.read(({ gates }) => gates.get(account));
    if (!gate?.isGone) await living(world).queue.reopen(account);
  }
  for (const run of world.runs) await living(world).queue.setRun(run, 'running');
  await settled();
  for (let turn = 0; turn < 3_000; turn += 1) {
    const [call] = machine.calls;
    if (call) {
      call.answer(accepted);
      await settled();
    } else if (machine.alarm !== null) {
      machine.now = Math.max(machine.now, machine.alarm);
      await ring(world);
    } else return;
  }
}

it(
  `in ${count} random histories every open request is sent, or says what it waits for and has an alarm, and all end`,
  async () => {
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const world = createWorld(seed);
      const expectNothing = (reports: readonly string[]) => {
        if (reports.length > 0) expect.fail([`SEED=${seed} RUNS=1`, ...world.log, ...reports].join('\n'));
      };
      for (let step = 0; step < steps; step += 1) {
        const name = nextEvent(world.random);
        world.log.push(name);
        await events[name]?.happens(world);
        await settled();
        expectNothing(await standingStill(world));
      }
      const times = (await openRequests(world)).flatMap(({ view }) => [view.wait?.until ?? 0, view.dueAt ?? 0]);
      const latest = Math.max(world.machine.now, ...times);
      world.log.push('all is opened');
      await comeToAnEnd(world);
      expectNothing((await openRequests(world)).map(({ view }) => `has not ended: ${JSON.stringify(view)}`));
      expectNothing(world.machine.now > latest + 5 * hour ? [`ended ${world.machine.now - latest} ms too late`] : []);
    }
  },
  60_000 + count * 120,
);
