import { type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../accounts/account';
import type { AccountHealth } from '../../background/handlers/account-health';
import { askToReach } from '../../platform/access';
import { onChange } from '../../platform/changes';
import { delay, now } from '../../platform/clock';
import { coalesce } from '../../platform/coalesce';
import { isOnline } from '../../platform/network';
import { providerOf } from '../../providers';
import { worker } from '../../ui/worker';

export interface AccountHealthState {
  /** Why accounts send nothing now, by account id. Accounts that send are not in it. */
  health: ReadonlySignal<Readonly<Record<string, AccountHealth>>>;
  isOnline: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** Keeps the state fresh until the returned function is called. */
  watch(): () => void;
  /** Lets an account send again. Asks for Chrome's permission where that is missing. */
  resume(account: AccountView): Promise<void>;
}

/** The shortest time between two requests to the worker, however much changes. */
const minRefreshIntervalMs = 400;

export function createAccountHealth(): AccountHealthState {
  const health = signal<Readonly<Record<string, AccountHealth>>>({});
  const online = signal(isOnline());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWatched = false;

  async function load(): Promise<void> {
    const reply = await worker('account health', {});
    if (!reply.ok) return;
    health.value = Object.fromEntries(reply.answer.map((each) => [each.accountId, each]));
    // Nothing is announced when a pause ends without a request to send.
    const ends = reply.answer.flatMap(({ until }) => until ?? []);
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
      onChange((subject) => {
        if (subject === 'requests' || subject === 'accounts') void refresh();
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
      // Chrome asks only inside the click, so before anything else is awaited.
      const isAllowed = health.peek()[id]?.reason !== 'permission' || (await askToReach(providerOf(providerId).origin));
      if (!isAllowed) return;
      await worker('resume account', { id });
      await load();
    },
  };
}
