import { isPast } from './rate-window';
import type { PinRequest } from './request';
import { compareTurns, type Turn } from './request-states';
import type { PinsStores } from './stores';

/** A request that has not been sent, as it is remembered in memory. */
export type UnsentRequest = Pick<PinRequest, 'id' | 'lane' | 'messageKey' | 'dueAt' | 'pausedAt'> & {
  turn: Turn;
};

/**
 * The unsent requests of an account for one run, or, where `run` is empty, for gestures. The first of them are
 * remembered, so that a claim need not read again what earlier claims have read. However long the line is, at most
 * `maxRemembered` requests are remembered, and of each lane at most `maxPerLane`.
 */
export interface Line {
  readonly accountId: string;
  readonly run: string;
  /** The remembered requests in the order of their turns. */
  requests: UnsentRequest[];
  /**
   * The turn up to which the line was read. All requests up to this turn are remembered, except for those of cut lanes.
   */
  readTo: Turn;
  /** The lanes that have more requests than are remembered, each with the turn up to which it is remembered. */
  cutLanes: Map<string, Turn>;
}

/** The number of requests that are read at once. */
const pageSize = 100;
/**
 * Must be larger than `maxPerLane` times the number of calls that an account can have under way at once, plus one page.
 * Otherwise the requests of busy lanes could fill the memory, and no request of another lane would be found.
 */
const maxRemembered = 1_000;
const maxPerLane = 50;

const start: Turn = { rank: -1, order: 0 };
const end: Turn = { rank: Number.POSITIVE_INFINITY, order: 0 };

/** Creates a line of which nothing has been read. */
export const unreadLine = (accountId: string, run: string): Line => ({
  accountId,
  run,
  requests: [],
  readTo: start,
  cutLanes: new Map(),
});

/** Creates a line that has no requests on disk. */
export const emptyLine = (accountId: string, run: string): Line => ({ ...unreadLine(accountId, run), readTo: end });

export const isReadToEnd = ({ readTo }: Line): boolean => readTo === end;

/**
 * Returns whether the pause of a request is over. A pause that began in the future shows that the clock was set back,
 * and counts as over.
 */
export const isDue = ({ dueAt, pausedAt = 0 }: UnsentRequest, now: number): boolean =>
  dueAt === null || dueAt <= now || !isPast(pausedAt, now);

/**
 * Returns the first remembered request that has a free lane or is not due yet. After one that is not due, no other is
 * due.
 */
export const nextInLine = ({ requests }: Line, busyLanes: ReadonlySet<string>, now: number) =>
  requests.find((request) => !isDue(request, now) || !busyLanes.has(request.lane));

/** Returns up to `max` requests that may be sent now, of different lanes, as far as they are remembered. */
export function sendableInLine(line: Line, busyLanes: ReadonlySet<string>, now: number, max: number): UnsentRequest[] {
  const lanes = new Set(busyLanes);
  const sendable: UnsentRequest[] = [];
  while (sendable.length < max) {
    const request = nextInLine(line, lanes, now);
    if (!request || !isDue(request, now)) break;
    lanes.add(request.lane);
    sendable.push(request);
  }
  return sendable;
}

/** Updates a line after a request of it was written. */
export function updateLine(line: Line, { id, lane, messageKey, turn, dueAt, pausedAt }: PinRequest): void {
  forgetRequest(line, id);
  const cutAt = line.cutLanes.get(lane);
  if (!turn || compareTurns(turn, line.readTo) > 0 || (cutAt && compareTurns(turn, cutAt) > 0)) return;
  const index = line.requests.findLastIndex((earlier) => compareTurns(earlier.turn, turn) <= 0) + 1;
  line.requests.splice(index, 0, { id, lane, messageKey, turn, dueAt, pausedAt });
  const inLane = line.requests.filter((request) => request.lane === lane);
  const [last, lastKept] = [inLane[maxPerLane], inLane[maxPerLane - 1]];
  if (last && lastKept) {
    forgetRequest(line, last.id);
    line.cutLanes.set(lane, lastKept.turn);
  }
  if (line.requests.length > maxRemembered) shorten(line);
}

export function forgetRequest(line: Line, id: string): void {
  const index = line.requests.findIndex((request) => request.id === id);
  if (index >= 0) line.requests.splice(index, 1);
}

/** Forgets the last requests of a line, which are read again later. */
function shorten(line: Line): void {
  line.requests.length = maxRemembered / 2;
  line.readTo = line.requests.at(-1)?.turn ?? start;
  for (const [lane, turn] of line.cutLanes) if (compareTurns(turn, line.readTo) >= 0) line.cutLanes.delete(lane);
}

/** Forgets all that was read of a line. */
export function forgetLine(line: Line): void {
  Object.assign(line, unreadLine(line.accountId, line.run));
}

/** Returns a free lane that has requests on disk, but none in memory. */
export const laneToRead = ({ cutLanes, requests }: Line, busyLanes: ReadonlySet<string>): string | undefined =>
  [...cutLanes.keys()].find((lane) => !busyLanes.has(lane) && !requests.some((request) => request.lane === lane));

/** Reads the next page of a line, or, if a cut lane is given, the next page of that lane. */
export async function readOn(line: Line, { requests }: Pick<PinsStores, 'requests'>, lane?: string): Promise<void> {
  const { rank, order } = (lane !== undefined && line.cutLanes.get(lane)) || line.readTo;
  const page = await requests.page('turn', [line.accountId, line.run], pageSize, [rank, order]);
  const pageEnd = page.length < pageSize ? end : (page.at(-1)?.turn ?? end);
  if (lane === undefined) line.readTo = pageEnd;
  else if (compareTurns(pageEnd, line.readTo) >= 0) line.cutLanes.delete(lane);
  else line.cutLanes.set(lane, pageEnd);
  for (const request of page) if (lane === undefined || request.lane === lane) updateLine(line, request);
}
