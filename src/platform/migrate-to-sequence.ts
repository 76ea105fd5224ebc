import type { Upgrade } from './database';

/** The parts of a request of version 3 that this migration reads. */
interface OldRequest {
  id: string;
  provider: string;
  /** Unix ms, with thousandths that kept apart what was asked for in the same millisecond. */
  createdAt: number;
  run: string;
  settledAt: number | null;
  state: string;
  /** Queued: the time that stands for its place in the line, less a power of two. Waiting: unix ms. */
  dueAt: number | null;
  lease: { startedAt: number } | null;
}

/** The parts of a run of version 3 that this migration reads. */
interface OldRun {
  id: string;
  createdAt: number;
  trouble: OldTrouble | null;
  stopped?: OldTrouble | null;
}

interface OldTrouble {
  provider: string;
}

/** The parts of an account gate of version 3 that this migration reads. */
interface OldGate {
  id: string;
  bucket: OldBucket | null;
}

interface OldBucket {
  limit: number;
  left: number;
  endsAt: number;
  reset: number;
  openedAt: number | null;
  length: { over: number; most: number } | null;
  ahead: { least: number; most: number };
  at?: number;
}

interface Turn {
  rank: number;
  order: number;
}

/**
 * Migrates from version 3 to 4. Requests and runs get a whole sequence number, in the order in which they were asked
 * for, and their times become whole milliseconds. A queued request gets a turn that says its place in the line in
 * numbers of that sequence. The id of a provider is called `providerId`, and an account's bucket `rateWindow`.
 */
export async function numberRequests(transaction: Upgrade['transaction']): Promise<void> {
  const readAll = (name: string): Promise<unknown[]> => transaction.objectStore(name).getAll();
  const requests = (await readAll('requests')).filter(isRequest);
  const runs = (await readAll('runs')).filter(isRun);
  const gates = (await readAll('gates')).filter(isGate);

  const queued = requests.flatMap((request) => {
    const place = placeOf(request);
    return place ? [{ id: request.id, time: place.time }] : [];
  });
  const created = [...requests, ...runs].map(({ id, createdAt }) => ({ id, time: createdAt }));
  const endTimes = lastEndTimes(requests);
  const { numbers, last } = numberInOrder(created, queued);

  const rows = {
    requests: requests.map((request) => migrateRequest(request, numbers)),
    runs: runs.map((run) => migrateRun(run, numbers, endTimes.get(run.id) ?? null)),
    gates: gates.map(({ bucket, ...gate }) => ({ ...gate, rateWindow: bucket && migrateBucket(bucket) })),
    bookkeeping: [{ id: 'sequence', value: last }],
  };
  for (const [name, migrated] of Object.entries(rows)) {
    const store = transaction.objectStore(name);
    // Written at the same time, because awaiting a hundred thousand rows one by one takes long.
    await Promise.all(migrated.map((row) => store.put(row)));
  }
}

const isRequest = (row: unknown): row is OldRequest => {
  const { createdAt, state, provider } = (row ?? {}) as Partial<OldRequest>;
  return typeof createdAt === 'number' && typeof state === 'string' && typeof provider === 'string';
};
const isRun = (row: unknown): row is OldRun => typeof (row as Partial<OldRun> | null)?.createdAt === 'number';
const isGate = (row: unknown): row is OldGate => (row as Partial<OldGate> | null)?.bucket !== undefined;

/** What version 3 subtracted from the time of a queued request, by rank: tried first, asked for alone, asked for with many others. */
const spans = [3 * 2 ** 41, 2 ** 42, 2 ** 41];
/** The rank of a request that waits for a time: behind all that are queued. */
const waitingRank = 3;

/** A queued request's rank and the time that stood for its place in the line, or null for a request that is not queued. */
function placeOf({ state, dueAt }: OldRequest): { rank: number; time: number } | null {
  if (state !== 'queued' || dueAt === null) return null;
  const rank = spans.findIndex((_, index) => dueAt < -(spans[index + 1] ?? 0));
  return { rank, time: dueAt + (spans[rank] ?? 0) };
}

interface Moment {
  id: string;
  time: number;
}

/** Times less than this apart, in ms, are equal: taking a power of two from one and adding it again rounds it. */
const roundingMs = 0.0006;

/** Numbers creations and places in the line in one order, so that the two can be compared. */
function numberInOrder(created: readonly Moment[], queued: readonly Moment[]) {
  const createdAt = new Map(created.map(({ id, time }) => [id, time]));
  const isMoved = ({ id, time }: Moment) => Math.abs(time - (createdAt.get(id) ?? 0)) > roundingMs;
  const moments = [
    ...created.map((moment) => ({ ...moment, isCreation: true })),
    ...queued.filter(isMoved).map((moment) => ({ ...moment, isCreation: false })),
  ].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  const sequence = new Map<string, number>();
  const order = new Map<string, number>();
  for (const [index, { id, isCreation }] of moments.entries()) (isCreation ? sequence : order).set(id, index + 1);
  return { numbers: { sequence, order }, last: moments.length };
}

type Numbers = ReturnType<typeof numberInOrder>['numbers'];

function migrateRequest(old: OldRequest, { sequence, order }: Numbers) {
  const { provider, lease, dueAt, ...request } = old;
  const own = sequence.get(old.id) ?? 0;
  const place = placeOf(old);
  const queuedTurn: Turn | null = place && { rank: place.rank, order: order.get(old.id) ?? own };
  const waitingTurn: Turn | null = dueAt === null ? null : { rank: waitingRank, order: dueAt };
  return {
    ...request,
    providerId: provider,
    sequence: own,
    createdAt: Math.floor(old.createdAt),
    turn: queuedTurn ?? waitingTurn,
    dueAt: place ? null : dueAt,
    callStartedAt: lease?.startedAt ?? null,
  };
}

/** The time at which the last request of each run ended, by the id of the run. */
function lastEndTimes(requests: readonly OldRequest[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { run, settledAt } of requests) {
    if (settledAt !== null) times.set(run, Math.max(times.get(run) ?? 0, settledAt));
  }
  return times;
}

function migrateRun(run: OldRun, { sequence }: Numbers, lastEndedAt: number | null) {
  return {
    ...run,
    sequence: sequence.get(run.id) ?? 0,
    createdAt: Math.floor(run.createdAt),
    lastEndedAt,
    trouble: migrateTrouble(run.trouble),
    ...(run.stopped === undefined ? {} : { stopped: migrateTrouble(run.stopped) }),
  };
}

function migrateTrouble(trouble: OldTrouble | null) {
  if (!trouble) return trouble;
  const { provider, ...others } = trouble;
  return { ...others, providerId: provider };
}

function migrateBucket({ limit, left, endsAt, reset, openedAt, length, ahead, at }: OldBucket) {
  return {
    limit,
    remaining: left,
    endsAt,
    reset,
    openedAt,
    lengthMs: length && { above: length.over, max: length.most },
    clockLeadMs: { min: ahead.least, max: ahead.most },
    ...(at === undefined ? {} : { updatedAt: at }),
  };
}
