import type { Upgrade } from './database';

/** The parts of a request of version 3 that this migration reads. */
interface OldRequest {
  id: string;
  provider: string;
  /** Unix ms, with fractions that kept apart what was asked for in the same millisecond. */
  createdAt: number;
  run: string;
  state: string;
  /** Queued: the time that stood for its place in the line, less a power of two. Waiting: unix ms. */
  dueAt: number | null;
  settledAt: number | null;
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
  bucket: {
    limit: number;
    left: number;
    endsAt: number;
    reset: number;
    openedAt: number | null;
    length: { over: number; most: number } | null;
    ahead: { least: number; most: number };
    at?: number;
  } | null;
}

/**
 * Migrates from version 3 to 4. Requests and runs get a whole sequence number in the order of their old times, which
 * become whole milliseconds. A queued request gets a turn in numbers of that sequence. The id of a provider is called
 * `providerId` from here on, and the bucket of an account `rateWindow`.
 */
export async function numberRequests(transaction: Upgrade['transaction']): Promise<void> {
  const readAll = (name: string): Promise<unknown[]> => transaction.objectStore(name).getAll();
  const requests = (await readAll('requests')).filter(isRequest).map(migrateRequest);
  const lastEnds = new Map<string, number>();
  for (const { run, settledAt } of requests) {
    if (settledAt) lastEnds.set(run, Math.max(settledAt, lastEnds.get(run) ?? settledAt));
  }
  const runs = (await readAll('runs')).filter(isRun).map((run) => migrateRun(run, lastEnds.get(run.id) ?? null));
  const gates = (await readAll('gates')).filter(isGate).map(migrateGate);

  let last = 0;
  for (const { sequence, turn } of requests) last = Math.max(last, sequence, turn?.order ?? 0);
  for (const { sequence } of runs) last = Math.max(last, sequence);
  const bookkeeping = [{ id: 'sequence', value: last }];
  for (const [name, rows] of Object.entries({ requests, runs, gates, bookkeeping })) {
    const store = transaction.objectStore(name);
    // Written at the same time, because awaiting a hundred thousand rows one by one takes long.
    await Promise.all(rows.map((row) => store.put(row)));
  }
}

const isRequest = (row: unknown): row is OldRequest => {
  const { createdAt, state, provider, dueAt } = (row ?? {}) as Partial<OldRequest>;
  const hasTimes = Number.isFinite(createdAt) && (dueAt === null || Number.isFinite(dueAt));
  return hasTimes && typeof state === 'string' && typeof provider === 'string';
};
const isRun = (row: unknown): row is OldRun => Number.isFinite((row as Partial<OldRun> | null)?.createdAt);
const isGate = (row: unknown): row is OldGate => (row as Partial<OldGate> | null)?.bucket !== undefined;

/** Turns a time into a whole number. The times of version 3 differ by 2⁻¹² ms at least, so this keeps their order. */
const numberOf = (time: number): number => Math.round(time * 2 ** 12);

/** What version 3 subtracted from the time of a queued request, by rank: tried first, single, one of many. */
const spans = [3 * 2 ** 41, 2 ** 42, 2 ** 41];

/** The turn of a queued request: of the rank whose span was subtracted, in the order of the time that is left. */
function turnOf(dueAt: number) {
  const rank = spans.findIndex((_, index) => dueAt < -(spans[index + 1] ?? 0));
  return { rank, order: numberOf(dueAt + (spans[rank] ?? 0)) };
}

function migrateRequest({ provider, lease, createdAt, dueAt, ...request }: OldRequest) {
  const isQueued = request.state === 'queued';
  return {
    ...request,
    providerId: provider,
    sequence: numberOf(createdAt),
    createdAt: Math.floor(createdAt),
    // Those that wait for a time come after all that are queued.
    turn: dueAt === null ? null : isQueued ? turnOf(dueAt) : { rank: spans.length, order: dueAt },
    dueAt: isQueued ? null : dueAt,
    callStartedAt: lease?.startedAt ?? null,
  };
}

function migrateRun({ createdAt, ...run }: OldRun, lastEndedAt: number | null) {
  return {
    ...run,
    sequence: numberOf(createdAt),
    createdAt: Math.floor(createdAt),
    lastEndedAt,
    trouble: migrateTrouble(run.trouble),
    stopped: migrateTrouble(run.stopped),
  };
}

function migrateTrouble(trouble: OldTrouble | null | undefined) {
  if (!trouble) return null;
  const { provider, ...others } = trouble;
  return { ...others, providerId: provider };
}

function migrateGate({ bucket, ...gate }: OldGate) {
  if (!bucket) return { ...gate, rateWindow: null };
  const { left, length, ahead, at, ...others } = bucket;
  const rateWindow = {
    ...others,
    remaining: left,
    lengthMs: length && { above: length.over, max: length.most },
    clockLeadMs: { min: ahead.least, max: ahead.most },
    updatedAt: at ?? 0,
  };
  return { ...gate, rateWindow };
}
