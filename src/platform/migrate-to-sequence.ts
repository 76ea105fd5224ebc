import type { Upgrade } from './database';
import { putRows, readRows } from './idb-promises';

/** The parts of a request of version 3 that this migration reads. */
interface OldRequest {
  id: string;
  provider: string;
  /** Unix ms, with fractions that distinguish requests of the same millisecond. */
  createdAt: number;
  run: string;
  state: string;
  /** Queued: its place in the line, as a time from which one of `spans` was subtracted. Waiting: unix ms. */
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
  closed: { why: string; until: number | null; at: number; times: number } | null;
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
 * `providerId` from here on, the bucket of an account `rateWindow`, and the `why` and `times` of a closed gate `reason`
 * and `closureCount`. Requests of another shape stay as they are.
 * @param replaceRequests replaces the store of the requests by an empty one
 */
export async function numberRequests(transaction: Upgrade['transaction'], replaceRequests: () => void): Promise<void> {
  const rows = (await readRows(transaction, 'requests')) as object[];
  const requests = rows.filter(isRequest).map(migrateRequest);
  const lastEnds = new Map<string, number>();
  for (const { run, settledAt } of requests) {
    if (settledAt) lastEnds.set(run, Math.max(settledAt, lastEnds.get(run) ?? settledAt));
  }
  const runs = (await readRows(transaction, 'runs'))
    .filter(isRun)
    .map((run) => migrateRun(run, lastEnds.get(run.id) ?? null));
  const gates = (await readRows(transaction, 'gates')).filter(isGate).map(migrateGate);

  let last = 0;
  for (const { sequence, turn } of requests) last = Math.max(last, sequence, turn?.order ?? 0);
  for (const { sequence } of runs) last = Math.max(last, sequence);
  const bookkeeping = [{ id: 'sequence', value: last }];
  replaceRequests();
  putRows(transaction, { requests: rows.filter((row) => !isRequest(row)) });
  putRows(transaction, { requests, runs, gates, bookkeeping });
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

/** The spans that version 3 subtracted from the time of a queued request, by rank: tried first, single, one of many. */
const spans = [3 * 2 ** 41, 2 ** 42, 2 ** 41];

/**
 * Returns the turn of a queued request: the rank is that of the span that was subtracted, the order is the time without
 * it.
 */
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
    // Waiting requests come after all queued ones.
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

function migrateGate({ closed, bucket, ...gate }: OldGate) {
  return { ...gate, closed: closed && migrateClosure(closed), rateWindow: bucket && migrateBucket(bucket) };
}

const migrateClosure = ({ why, until, at, times }: NonNullable<OldGate['closed']>) => ({
  reason: why,
  until,
  at,
  closureCount: times,
});

function migrateBucket({ left, reset, length, ahead, at, ...others }: NonNullable<OldGate['bucket']>) {
  return {
    ...others,
    remaining: left,
    resetAt: reset,
    lengthMs: length && { above: length.over, max: length.most },
    clockLeadMs: { min: ahead.least, max: ahead.most },
    updatedAt: at ?? 0,
  };
}
