import { undoOfferOf } from '../board/way-back';
import { type AccountGate, closureOf, gateNow } from './account-gate';
import type { PinRequest } from './request';
import { isOpen, openStates } from './request-states';
import type { RequestView, Wait } from './request-view';
import { viewOfRequest } from './request-view';
import type { Run } from './run';
import type { PinsDisk, PinsStores } from './stores';
import { isSuperseded } from './superseded';

/** What is known of the requests, without changing any. */
export interface RequestQueries {
  /** The newest that gestures asked for, newest first. */
  latest(count: number): Promise<PinRequest[]>;
  get(id: string): Promise<PinRequest | undefined>;
  /** As the screens show them; ids that are not known are left out. */
  views(ids: readonly string[]): Promise<RequestView[]>;
  latestViews(count: number): Promise<RequestView[]>;
  /** How many have not ended, those of runs too. */
  countOpen(): Promise<number>;
  gates(): Promise<AccountGate[]>;
  /** Newest first. */
  runs(): Promise<Run[]>;
  /** Requests of a run in the order of asking, those after the one that was asked at that time (unix ms). */
  runViews(run: string, after: number, count: number): Promise<RequestView[]>;
  /**
   * Those that failed among so many of a run's requests, without those whose message something newer was wished for.
   * `after` as for `runViews`; in the answer where to go on, null at the end.
   */
  failedIn(run: string, after: number, count: number): Promise<{ failed: PinRequest[]; after: number | null }>;
}

/** @param isOnline without a network nothing is sent */
export function createRequestQueries(disk: PinsDisk, isOnline: () => boolean, now: () => number): RequestQueries {
  const latestIn = ({ requests }: PinsStores, count: number): Promise<PinRequest[]> =>
    first(requests.walk('run', [''], { backwards: true }), count);

  const viewsOf = (stores: PinsStores, found: readonly PinRequest[]): Promise<RequestView[]> =>
    Promise.all(
      found.map(async (request) => {
        const { gates, runs } = stores;
        const [gate, run] = await Promise.all([gates.get(request.accountId), runs.get(request.run)]);
        return viewOfRequest(
          request,
          waitOf(request, gateNow(gate, request.accountId, now()), run?.state ?? null),
          await pinOf(stores, request),
        );
      }),
    );

  /** What a request has to do with the pin as it is known now. Those of runs are not shown with it. */
  async function pinOf(stores: PinsStores, request: PinRequest) {
    const { action, run, outcome, settledAt, messageKey } = request;
    if (run !== '' || outcome?.kind !== 'accepted') return { pinnedUntil: null, wayBack: null };
    const pin = action === 'pin' ? await stores.pins.get(messageKey) : undefined;
    const isOwn = pin?.state === 'pinned' && pin.pinnedAt === settledAt;
    return {
      pinnedUntil: isOwn ? pin.expiresAt : null,
      wayBack: (await isSuperseded(stores, request)) ? null : undoOfferOf(request, now()),
    };
  }

  /** Null: it is due, or over. What a run that was cancelled or an account that is gone still has is about to end. */
  function waitOf({ state, dueAt, outcome }: PinRequest, gate: AccountGate, run: Run['state'] | null): Wait | null {
    const isRetried: Wait | null = outcome && isOpen({ state }) ? { why: 'now', until: null } : null;
    if (dueAt === null) return isRetried;
    if (run === 'cancelled' || gate.isGone) return null;
    if (run === 'paused' || run === 'loading') return { why: run, until: null };
    const closed = closureOf(gate, now());
    if (closed?.until === null) return closed;
    if (!isOnline()) return { why: 'offline', until: null };
    // It goes when both are over.
    if (state === 'waiting' && dueAt > Math.max(now(), closed?.until ?? 0)) return { why: 'again', until: dueAt };
    return closed ?? isRetried;
  }

  return {
    latest: (count) => disk.read((stores) => latestIn(stores, count)),
    get: (id) => disk.read(({ requests }) => requests.get(id)),
    views: (ids) =>
      disk.read(async (stores) => {
        const found = await Promise.all(ids.map((id) => stores.requests.get(id)));
        return viewsOf(
          stores,
          found.filter((request) => request !== undefined),
        );
      }),
    latestViews: (count) => disk.read(async (stores) => viewsOf(stores, await latestIn(stores, count))),
    countOpen: () =>
      disk.read(async ({ requests }) => {
        const counts = await Promise.all(openStates.map((state) => requests.count('state', [state])));
        return counts.reduce((sum, count) => sum + count, 0);
      }),
    runs: async () => (await disk.read(({ runs }) => runs.all())).sort((a, b) => b.createdAt - a.createdAt),
    runViews: (run, after, count) =>
      disk.read(async (stores) => viewsOf(stores, await first(stores.requests.walk('run', [run], { after }), count))),
    failedIn: (run, after, count) =>
      disk.read(async (stores) => {
        const page = await first(stores.requests.walk('run', [run], { after }), count);
        const failed = page.filter(({ state, outcome }) => state === 'settled' && outcome?.kind !== 'accepted');
        const isOver = await Promise.all(failed.map((request) => isSuperseded(stores, request)));
        return {
          failed: failed.filter((_, at) => !isOver[at]),
          after: page.length < count ? null : (page.at(-1)?.createdAt ?? null),
        };
      }),
    gates: () => disk.read(({ gates }) => gates.all()),
  };
}

async function first(walk: AsyncIterable<PinRequest>, count: number): Promise<PinRequest[]> {
  const found: PinRequest[] = [];
  for await (const request of walk) if (found.push(request) >= count) break;
  return found;
}
