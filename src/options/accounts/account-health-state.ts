import { type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../accounts/account';
import type { AccountClosure } from '../../background/handlers/account-health';
import { requestHostAccess } from '../../platform/access';
import { onChange } from '../../platform/changes';
import { delay, now } from '../../platform/clock';
import { coalesce } from '../../platform/coalesce';
import { isOnline } from '../../platform/network';
import { type Failure, type Outcome, providerOf } from '../../providers';
import { readRequestChanges } from '../../ui/read-request-changes';
import { worker } from '../../ui/worker';

/** The reason why an account sends nothing now. */
export interface AccountHealth extends AccountClosure {
  /** The refusal that paused the account, if it is still known. */
  failure: Failure | null;
  /** Whether the account was paused again after the user let it send. */
  isPausedAgain: boolean;
}

export interface AccountHealthState {
  /** The reasons why accounts send nothing now, by account id. Accounts that send are left out. */
  health: ReadonlySignal<Readonly<Record<string, AccountHealth>>>;
  isOnline: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** Keeps the state fresh until the returned function is called. */
  watch(): () => void;
  /** Lets an account send again. Asks for Chrome's permission if that is missing. */
  resume(account: AccountView): Promise<void>;
}

/** The shortest wait for a rate limit that is shown, in ms. Shorter ones belong to ordinary sending. */
const minShownLimitMs = 5_000;

/** The time, in ms, after the user let an account send, within which a new pause counts as the result of that. */
const maxResumeMs = 60_000;

/** The minimum time between two requests to the worker, in ms, however much changes. */
const minRefreshIntervalMs = 400;

export function createAccountHealth(): AccountHealthState {
  const health = signal<Readonly<Record<string, AccountHealth>>>({});
  const online = signal(isOnline());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWatched = false;
  /** When the user let accounts send (unix ms), by account id. */
  const resumedAt = new Map<string, number>();

  /**
   * Returns whether an account whose closure was read at `readAt` (unix ms) was paused again after the user let it
   * send, or is already shown as paused again.
   */
  function isPausedAgain(id: string, readAt: number): boolean {
    const sinceMs = readAt - (resumedAt.get(id) ?? Number.POSITIVE_INFINITY);
    return (sinceMs >= 0 && sinceMs <= maxResumeMs) || (health.peek()[id]?.isPausedAgain ?? false);
  }

  async function load(): Promise<void> {
    const readAt = now();
    const reply = await worker('account health', {});
    if (!reply.ok) return;
    const closures = reply.answer.filter(
      ({ reason, until }) => reason !== 'limit' || until === null || until - now() >= minShownLimitMs,
    );
    const refusals = closures.some(isRefused) ? await loadRefusals() : new Map<string, Failure>();
    health.value = Object.fromEntries(
      closures.map((closure) => {
        const failure = isRefused(closure) ? (refusals.get(closure.accountId) ?? null) : null;
        return [closure.accountId, { ...closure, failure, isPausedAgain: isPausedAgain(closure.accountId, readAt) }];
      }),
    );
    for (const { accountId } of closures) if ((resumedAt.get(accountId) ?? 0) <= readAt) resumedAt.delete(accountId);
    // If there is no request to send when a pause ends, the worker announces nothing. So the page sets a timer.
    const ends = closures.flatMap(({ until }) => until ?? []);
    clearTimeout(timer);
    if (isWatched && ends.length > 0)
      timer = setTimeout(() => void refresh(), Math.max(0, Math.min(...ends) - now()) + 1);
  }

  const refresh = coalesce(async () => {
    await load();
    await delay(minRefreshIntervalMs);
  });

  return {
    health,
    isOnline: online,
    load,
    watch() {
      const watching = new AbortController();
      const { signal: ended } = watching;
      isWatched = true;
      const onNetwork = () => {
        online.value = isOnline();
      };
      onChange(async (subject, detail) => {
        const changes = subject === 'requests' ? await readRequestChanges(detail) : null;
        const isConcerned = subject === 'accounts' || (subject === 'requests' && changes?.gates.length !== 0);
        if (isConcerned && !ended.aborted) void refresh();
      }, ended);
      addEventListener('online', onNetwork, { signal: ended });
      addEventListener('offline', onNetwork, { signal: ended });
      onNetwork();
      void refresh();
      return () => {
        isWatched = false;
        clearTimeout(timer);
        watching.abort();
      };
    },
    async resume({ id, providerId }) {
      // Chrome asks only during the click, so the request comes before anything else is awaited.
      const isAllowed =
        health.peek()[id]?.reason !== 'permission' || (await requestHostAccess(providerOf(providerId).origin));
      if (!isAllowed) return;
      // The note that the account was paused again is removed, so that screen readers announce it anew.
      const closed = health.peek()[id];
      if (closed) health.value = { ...health.peek(), [id]: { ...closed, isPausedAgain: false } };
      await worker('resume account', { id });
      resumedAt.set(id, now());
      await load();
    },
  };
}

const isRefused = ({ reason }: AccountClosure): boolean => reason === 'unauthorized';

/** The number of runs, and of requests in each run, that are searched for a refusal. */
const maxSearchedRuns = 3;
const maxSearchedResults = 20;

/**
 * Finds a refusal for each account, by account id: in the latest requests, or else in the runs that wait for the
 * account.
 */
async function loadRefusals(): Promise<Map<string, Failure>> {
  const refusals = new Map<string, Failure>();
  const add = (accountId: string, outcome: Outcome | null) => {
    if (outcome?.kind === 'unauthorized' && !refusals.has(accountId)) refusals.set(accountId, outcome);
  };
  const requests = await worker('requests', { ids: [] });
  if (requests.ok) for (const { accountId, outcome } of requests.answer.latest) add(accountId, outcome);
  const runs = await worker('runs', {});
  const running = runs.ok ? runs.answer.filter(({ state }) => state === 'running').slice(0, maxSearchedRuns) : [];
  for (const { id } of running) {
    const page = await worker('run results', { id, after: 0, count: maxSearchedResults });
    if (page.ok) for (const { accountId, outcome } of page.answer) add(accountId, outcome);
  }
  return refusals;
}
