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
 * The queue never stands still without a word: what users, providers, clocks, disks and the browser do, in any order.
 * A history that fails can be had again: SEED=… RUNS=1.
 */
const count = Number(process.env.RUNS ?? 2_000);

const minute = 60_000;
const hour = 60 * minute;
const accounts = ['sales', 'support'];
const steps = 18;
/** Longest that a provider asks to wait here, in ms, and the second by which a clock goes back without anything. */
const longestTold = 3 * hour + 1_000;

/** Only Pushpin writes here: that what it writes can be read again is tested elsewhere. */
const anyRows = Object.fromEntries(
  Object.keys(storeGuards).map((name) => [name, () => true]),
) as unknown as typeof storeGuards;

/** A world in which one thing happens after the other. */
interface World {
  machine: Machine;
  random: () => number;
  /** What is on disk, without the disk's whims. */
  disk: PinsDisk;
  /** How often the disk refuses, and the worker ends, from 0 to 1. */
  refuses: number;
  dies: number;
  /** Whether the disk has refused something since the alarm rang last. */
  hasRefused: boolean;
  worker: KillableWorker;
  runs: string[];
  ids: string[];
  /** What providers mostly do now. */
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
    ...{ machine, random, disk, refuses: 0, dies: 0, hasRefused: false, runs: [], ids: [], mood: 'well', log: [] },
    worker: startWorker(machine, random),
  };
  return world;
}

/** The worker ends, and with it all that it has at the provider. */
function end({ worker, machine, log }: World): void {
  worker.die();
  machine.calls.splice(0);
  log.push('the worker ends');
}

const pick = <T>({ random }: Pick<World, 'random'>, all: readonly T[]): T =>
  all[Math.floor(random() * all.length)] as T;

/** The worker that hears the next event: where the last one has ended a new one starts, and looks through the queue. */
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

const wishes = (world: World, most: number): Wish[] =>
  Array.from({ length: 1 + Math.floor(world.random() * most) }, () => makeWishOf(world));

/** Pins very many messages, then unpins them: all of the first are replaced. */
const replacing = (world: World): Wish[] => {
  const accountId = pick(world, accounts);
  return (['pin', 'unpin'] as const).flatMap((action) =>
    Array.from({ length: 110 }, (_, at) =>
      makeWish({ accountId, action, address: { messageId: `N${at}`, chat: `D${at % 9}` } }),
    ),
  );
};

function reading({ machine, random }: World, refused: boolean): RateReading {
  const at = machine.now;
  const far = random() < 0.1 ? 9_999_999_999_000 : at + 2_000;
  const remaining = refused ? 0 : Math.floor(random() * 3);
  return { limit: 3, remaining, reset: far, date: at, refused, sentAt: at - 50, at };
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

/** What a gesture comes to: where the disk refuses or the worker ends, whoever made it is not told that it is done. */
async function tried(work: () => Promise<unknown>): Promise<string[]> {
  const done = await Promise.race([work().catch(() => []), settled().then(() => [])]);
  return typeof done === 'string' ? [done] : Array.isArray(done) ? done : [];
}

/** Lets time go on: the alarm rings when its time has come, in a new worker where the last one has ended. */
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
  // Nothing tells a worker that: the next thing that wakes it does.
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
  let left = random() * allWeights;
  return (
    names.find((_, at) => {
      left -= weights[at] ?? 0;
      return left < 0;
    }) ?? 'time goes on'
  );
}

/** The open requests as the screens show them, past all whims of disk and worker. */
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
  return views.map((view, at) => ({
    view,
    /** What it would wait for in a network. */
    next: inNetwork[at]?.wait ?? null,
    run: view.run === '' ? 'running' : runs.get(view.run),
    isGone: gone.includes(view.accountId),
  }));
}

/** After these times at the latest, in ms, someone looks again: where a worker has ended or the disk has refused, and for the network. */
const lease = minute / 2;
const patience = minute;

/** What stands still without a word, as sentences. */
async function standingStill(world: World): Promise<string[]> {
  const { now, alarm, calls } = world.machine;
  const isHeld = world.hasRefused || world.worker.isDead();
  // A worker that lives and was refused nothing is never late: what is due is on its way, and the alarm is in time.
  const slack = isHeld ? lease : 0;
  const ringsBy = (time: number) => alarm !== null && alarm <= Math.max(time, now + slack);
  const inHand = (meant: (request: PinRequest) => boolean) => calls.some(({ request }) => meant(request));

  return (await openRequests(world)).flatMap(({ view, next, run, isGone }) => {
    const { id, state, dueAt, accountId, wait } = view;
    const isInHand = inHand((request) => request.accountId === accountId);
    const says = (what: string) => [`${what}: ${JSON.stringify({ id, state, dueAt, run, wait, now, alarm, slack })}`];
    const isHalted = isUnsent(view) && !isGone && (run === 'paused' || run === 'loading');
    if (isHalted) return wait ? [] : says('waits for its run, and does not say so');
    if (state === 'sending') {
      return inHand((request) => request.id === id) || ringsBy(now) ? [] : says('is sent by nobody');
    }
    if (wait === null || wait.why === 'now') {
      if (state === 'waiting' && (dueAt ?? 0) > now && run !== 'cancelled' && !isGone)
        return says('waits for a time, and does not say so');
      return isInHand || (isHeld && ringsBy(now)) ? [] : says('could go, and does not');
    }
    // A network that is gone is found out at the next look, and looked for from then on.
    if (wait.why === 'offline')
      return ringsBy(Math.max(now + patience, next?.until ?? 0)) ? [] : says('waits for the network, and nobody looks');
    // The user has to see to it.
    if (wait.until === null) return [];
    // A clock that was set back makes no wait longer than anybody said.
    if (wait.why !== 'again' && wait.until > now + longestTold) return says('waits too long');
    // While all calls that its account may make are under way, the end of one of them is looked at.
    return ringsBy(wait.until) || isInHand ? [] : says('is not looked at when it says');
  });
}

/** Everything is opened, everyone does what they should, and time goes on: nothing but alarms and answers moves it. */
async function comeToAnEnd(world: World): Promise<void> {
  const { machine } = world;
  Object.assign(world, { refuses: 0, dies: 0, hasRefused: false });
  machine.online = true;
  // What was called before this began before it: a gate tells the two apart by their times.
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
  `${count} histories: what is open is on its way, or says what it waits for, and an alarm is set; in the end all ends`,
  async () => {
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const world = createWorld(seed);
      const expectNothing = (found: readonly string[]) => {
        if (found.length > 0) expect.fail([`SEED=${seed} RUNS=1`, ...world.log, ...found].join('\n'));
      };
      for (let step = 0; step < steps; step += 1) {
        const name = nextEvent(world.random);
        world.log.push(name);
        await events[name]?.happens(world);
        await settled();
        expectNothing(await standingStill(world));
      }
      const named = (await openRequests(world)).flatMap(({ view }) => [view.wait?.until ?? 0, view.dueAt ?? 0]);
      const latest = Math.max(world.machine.now, ...named);
      world.log.push('all is opened');
      await comeToAnEnd(world);
      expectNothing((await openRequests(world)).map(({ view }) => `has not ended: ${JSON.stringify(view)}`));
      expectNothing(world.machine.now > latest + 5 * hour ? [`ended ${world.machine.now - latest} ms too late`] : []);
    }
  },
  60_000 + count * 120,
);
