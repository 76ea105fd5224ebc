import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../accounts/account';
import type { WaitingOffer } from '../../accounts/offer-account';
import { openPopup } from '../../platform/action-button';
import { onChange } from '../../platform/changes';
import type { Reply } from '../../platform/handle-messages';
import { worker } from '../../ui/worker';
import { type MessageKey, t } from '../../words/t';
import { describeWorkerError } from '../../words/worker-error';

/** Which account is in the form: a saved one, a new one, or none. */
export type Editing = { kind: 'new'; offer: WaitingOffer | null } | { kind: 'saved'; account: AccountView } | null;

export interface AccountsState {
  ready: ReadonlySignal<boolean>;
  accounts: ReadonlySignal<AccountView[]>;
  editing: ReadonlySignal<Editing>;
  /** What was just done, for everyone to see and hear. */
  news: ReadonlySignal<string>;
  trouble: ReadonlySignal<MessageKey | null>;
  /** Whether a message that the user chose waits for a first account. */
  waiting: boolean;
  edit(id: string | 'new' | null): void;
  saved(name: string): void;
  remove(account: AccountView): Promise<void>;
  markDefault(id: string | null): Promise<void>;
}

/** @param view the page's hash, see `openOptions` */
export function createAccountsState(view: string): AccountsState {
  const list = signal<AccountView[] | null>(null);
  const chosen = signal<string | null>(view.startsWith('#edit=') ? view.slice('#edit='.length) : null);
  const waiting = view === '#waiting';
  let unsent = waiting;
  const offer = signal<WaitingOffer | null>(null);
  const news = signal('');
  const trouble = signal<MessageKey | null>(null);

  async function load(): Promise<void> {
    const reply = await worker('accounts', {});
    if (reply.ok) list.value = reply.answer;
    else trouble.value = describeWorkerError(reply.detail);
  }

  async function act(work: Promise<Reply<unknown>>, done: string): Promise<void> {
    const reply = await work;
    if (!reply.ok) trouble.value = describeWorkerError(reply.detail);
    else news.value = done;
    await load();
  }

  /** Credentials that were found in a selected text fill in the form of a new account. */
  async function takeOffer(): Promise<void> {
    const reply = await worker('take offer', {});
    if (!reply.ok || !reply.answer) return;
    offer.value = reply.answer;
    chosen.value = 'new';
  }

  onChange((subject) => {
    if (subject === 'accounts') void load();
  });
  void (view === '#offer' ? takeOffer().then(load) : load());

  const accounts = computed(() => list.value ?? []);
  return {
    ready: computed(() => list.value !== null || trouble.value !== null),
    accounts,
    editing: computed(() => {
      if (chosen.value === 'new') return { kind: 'new', offer: offer.value };
      const account = accounts.value.find(({ id }) => id === chosen.value);
      return account ? { kind: 'saved', account } : null;
    }),
    news,
    trouble,
    waiting,
    edit(id) {
      chosen.value = id;
      offer.value = null;
      news.value = '';
    },
    saved(name) {
      chosen.value = null;
      news.value = t('saved_account', name);
      void load();
      if (unsent) void openPopup();
      unsent = false;
    },
    remove: ({ id, name }) => act(worker('delete account', { id }), t('deleted_account', name)),
    markDefault: (id) => act(worker('mark default', { id }), ''),
  };
}
