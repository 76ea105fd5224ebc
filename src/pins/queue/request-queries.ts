import type { Store } from '../../platform/database';
import { undoOfferOf } from '../board/undo-offer';
import { type AccountGate, closureOf, gateNow } from './account-gate';
import { changeOf } from './collect-changes';
import { recentCount, type WorkRows } from './recent-work';
import { hasFailed, type PinRequest } from './request';
import type { RequestChange } from './request-changes';
import { isOpen } from './request-states';
import { type RequestView, viewOfRequest, type Wait } from './request-view';
import type { Run } from './run';
import type { PinsDisk, PinsStores } from './stores';
import { isSuperseded } from './superseded';

/** A request of a list whose progress a page follows. The fields besides those of `RequestChange` never change. */
export interface FollowedRequest extends RequestChange, Pick<PinRequest, 'accountName' | 'action'> {}

/** Reads requests, runs and gates, and changes none. */
export interface RequestQueries {
  /** Returns the newest requests of gestures, newest first. */
  latest(count: number): Promise<PinRequest[]>;
  get(id: string): Promise<PinRequest | undefined>;
  /** Returns requests as the screens show them, without the ids that are not known. */
  views(ids: readonly string[]): Promise<RequestView[]>;
  latestViews(count: number): Promise<RequestView[]>;
  /** Returns the progress of requests, without the ids that are not known. */
  follow(ids: readonly string[]): Promise<FollowedRequest[]>;
  /** Returns the rows that the toolbar shows. */
  work(): Promise<WorkRows>;
  gates(): Promise<AccountGate[]>;
  /** Returns the runs, newest first. */
  runs(): Promise<Run[]>;
  /** Returns up to `count` requests of a run in order, beginning after the sequence number `after`. */
  runViews(run: string, after: number, count: number): Promise<RequestView[]>;
  /**
   * Reads requests of a run as `runViews` does, and returns those that failed and are not superseded. The next call
   * takes the `after` of the result, which is null at the end.
   */
  failedIn(run: string, after: number, count: number): Promise<{ failed: PinRequest[]; after: number | null }>;
}

/** The largest count that IndexedDB takes. */
const maxCount = 2 ** 32 - 1;

/** @param isOnline tells whether there is a network; nothing is sent without one */
export function createRequestQueries(disk: PinsDisk, isOnline: () => boolean, now: () => number): RequestQueries {
  async function latestIn({ requests }: PinsStores, count: number): Promise<PinRequest[]> {
    // The requests of gestures have an empty `run`, so they come first in this index.
    const [, sequence = 0] = ((await requests.keyBack('run', count, ['', []])) ?? []) as [string?, number?];
    return (await requests.page('run', [''], count, [sequence - 1])).reverse();
  }

  /** Returns the requests of gestures that have not ended. */
  async function openGestures({ requests }: PinsStores): Promise<PinRequest[]> {
    const open: PinRequest[] = [];
    for await (const request of requests.walk('state', ['sending'])) if (request.run === '') open.push(request);
    for await (const [accountId = '', run] of requests.groups('turn')) {
      if (run === '') open.push(...(await requests.page('turn', [accountId, run], maxCount)));
    }
    return open;
  }

  const allOf = async ({ requests }: PinsStores, ids: readonly string[]): Promise<PinRequest[]> =>
    (await Promise.all(ids.map((id) => requests.get(id)))).filter((request) => request !== undefined);

  const pageOf = ({ requests }: PinsStores, run: string, after: number, count: number): Promise<PinRequest[]> =>
    requests.page('run', [run], count, [after]);

  function viewsOf(stores: PinsStores, requests: readonly PinRequest[]): Promise<RequestView[]> {
    // Most requests have their account and their run in common.
    const gateOf = createReader(stores.gates);
    const runOf = createReader(stores.runs);
    return Promise.all(
      requests.map(async (request) => {
        const [gate, run] = await Promise.all([gateOf(request.accountId), runOf(request.run)]);
        const wait = waitOf(request, gateNow(gate, request.accountId, now()), run?.state ?? null);
        return viewOfRequest(request, wait, await pinOf(stores, request));
      }),
    );
  }

  /** Returns when the pin of a request ends and how to undo it. Requests of runs are shown without either. */
  async function pinOf(stores: PinsStores, request: PinRequest) {
    const { action, run, outcome, settledAt, messageKey } = request;
    if (run !== '' || outcome?.kind !== 'accepted') return { pinnedUntil: null, undoOffer: null };
    const pin = action === 'pin' ? await stores.pins.get(messageKey) : undefined;
    const isOwn = pin?.state === 'pinned' && pin.pinnedAt === settledAt;
    return {
      pinnedUntil: isOwn ? pin.expiresAt : null,
      undoOffer: (await isSuperseded(stores, request)) ? null : undoOfferOf(request, now()),
    };
  }

  /** Returns why a request waits; null where it is due, or about to end with its cancelled run or deleted account. */
  function waitOf(request: PinRequest, gate: AccountGate, run: Run['state'] | null): Wait | null {
    const { state, turn, dueAt, outcome } = request;
    const isRetried: Wait | null = outcome && isOpen({ state }) ? { reason: 'now', until: null } : null;
    if (turn === null) return isRetried;
    if (run === 'cancelled' || gate.isGone) return null;
    if (run === 'paused' || run === 'loading') return { reason: run, until: null };
    const closed = closureOf(gate, now());
    if (closed?.until === null) return closed;
    if (!isOnline()) return { reason: 'offline', until: null };
    // The request is sent when both its own pause and that of its account are over.
    if (dueAt !== null && dueAt > Math.max(now(), closed?.until ?? 0)) return { reason: 'again', until: dueAt };
    return closed ?? isRetried;
  }

  return {
    latest: (count) => disk.read((stores) => latestIn(stores, count)),
    get: (id) => disk.read(({ requests }) => requests.get(id)),
    views: (ids) => disk.read(async (stores) => viewsOf(stores, await allOf(stores, ids))),
    latestViews: (count) => disk.read(async (stores) => viewsOf(stores, await latestIn(stores, count))),
    follow: (ids) =>
      disk.read(async (stores) =>
        (await allOf(stores, ids)).map((request) => ({
          ...changeOf(request),
          accountName: request.accountName,
          action: request.action,
        })),
      ),
    work: () =>
      disk.read(async (stores) => ({
        requests: [...(await openGestures(stores)), ...(await latestIn(stores, recentCount))],
        runs: await stores.runs.all(),
      })),
    runs: async () => (await disk.read(({ runs }) => runs.all())).sort((a, b) => b.sequence - a.sequence),
    runViews: (run, after, count) =>
      disk.read(async (stores) => viewsOf(stores, await pageOf(stores, run, after, count))),
    failedIn: (run, after, count) =>
      disk.read(async (stores) => {
        const page = await pageOf(stores, run, after, count);
        const failed = page.filter(hasFailed);
        const areSuperseded = await Promise.all(failed.map((request) => isSuperseded(stores, request)));
        return {
          failed: failed.filter((_, index) => !areSuperseded[index]),
          after: page.length < count ? null : (page.at(-1)?.sequence ?? null),
        };
      }),
    gates: () => disk.read(({ gates }) => gates.all()),
  };
}

/** Creates a function that reads each row of a store once, inside a transaction. */
function createReader<Row extends { id: string }>(store: Pick<Store<Row>, 'get'>) {
  const rows = new Map<string, Promise<Row | undefined>>();
  return (id: string): Promise<Row | undefined> => {
    const row = rows.get(id) ?? store.get(id);
    rows.set(id, row);
    return row;
  };
}
