import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../accounts/account';
import type { WaitingOffer } from '../../accounts/offer-account';
import { openPopup } from '../../platform/action-button';
import { onChange } from '../../platform/changes';
import type { Reply } from '../../platform/handle-messages';
import type { Failure } from '../../providers';
import { worker } from '../../ui/worker';
import { type MessageKey, t } from '../../words/t';
import { describeWorkerError } from '../../words/worker-error';
import { type AccountHealthState, createAccountHealth } from './account-health-state';

/**
 * The account in the form: a new one, perhaps with credentials that were found in a text; a saved one, perhaps with the
 * failure that it is paused for; or none.
 */
export type FormTarget =
  | { kind: 'new'; offer: WaitingOffer | null }
  | { kind: 'saved'; account: AccountView; failure: Failure | null }
  | null;

export interface AccountsState {
  isReady: ReadonlySignal<boolean>;
  accounts: ReadonlySignal<AccountView[]>;
  formTarget: ReadonlySignal<FormTarget>;
  health: AccountHealthState;
  /** The result of the last action, as a sentence. */
  notice: ReadonlySignal<string>;
  errorKey: ReadonlySignal<MessageKey | null>;
  /** Whether the user chose a message before there was an account. */
  hasWaitingMessage: ReadonlySignal<boolean>;
  /** Opens the form; null closes it. */
  edit(id: string | 'new' | null): void;
  saved(name: string): void;
  remove(account: AccountView): Promise<void>;
  markDefault(id: string | null): Promise<void>;
}

/** @param request the request that opened the page, see `openOptions` */
export function createAccountsState(request: ReadonlySignal<string>): AccountsState {
  const list = signal<AccountView[] | null>(null);
  const accounts = computed(() => list.value ?? []);
  const formAccountId = signal<string | null>(null);
  const hasWaitingMessage = signal(false);
  const offer = signal<WaitingOffer | null>(null);
  const notice = signal('');
  const errorKey = signal<MessageKey | null>(null);
  const health = createAccountHealth();

  async function load(): Promise<void> {
    const reply = await worker('accounts', {});
    if (reply.ok) list.value = reply.answer;
    else errorKey.value = describeWorkerError(reply.detail);
  }

  async function act(work: Promise<Reply<unknown>>, doneNotice: string): Promise<void> {
    const reply = await work;
    if (!reply.ok) errorKey.value = describeWorkerError(reply.detail);
    else notice.value = doneNotice;
    await load();
  }

  function edit(id: string | null): void {
    formAccountId.value = id;
    offer.value = null;
    notice.value = '';
  }

  /** Opens the form with the credentials that were found in a selected text. */
  async function takeOffer(): Promise<void> {
    const reply = await worker('take offer', {});
    if (!reply.ok || !reply.answer) return;
    edit('new');
    offer.value = reply.answer;
  }

  async function follow(view: string): Promise<void> {
    const id = view.startsWith('#edit=') ? view.slice('#edit='.length) : null;
    if (view === '#waiting') hasWaitingMessage.value = true;
    const isOtherForm =
      formAccountId.peek() !== null && (id !== null ? formAccountId.peek() !== id : view === '#offer');
    if (isOtherForm) {
      // The input of the open form must not be lost.
      notice.value = t('form_open_first');
    } else if (view === '#offer') await takeOffer();
    else if (id !== null) {
      await health.load();
      edit(id);
    }
    await load();
  }

  onChange((subject) => {
    if (subject === 'accounts') void load();
  });
  effect(() => {
    const view = request.value;
    // In a microtask, `follow` reads its signals outside this effect, so that only a change of `request` runs the
    // effect again.
    queueMicrotask(() => void follow(view));
  });

  return {
    isReady: computed(() => list.value !== null || errorKey.value !== null),
    accounts,
    formTarget: computed(() => {
      if (formAccountId.value === 'new') return { kind: 'new', offer: offer.value };
      const account = accounts.value.find(({ id }) => id === formAccountId.value);
      return account ? { kind: 'saved', account, failure: health.health.peek()[account.id]?.failure ?? null } : null;
    }),
    health,
    notice,
    errorKey,
    hasWaitingMessage,
    edit,
    saved(name) {
      formAccountId.value = null;
      notice.value = t('saved_account', name);
      void load();
      if (hasWaitingMessage.peek()) void openPopup();
      hasWaitingMessage.value = false;
    },
    remove: ({ id, name }) => act(worker('delete account', { id }), t('deleted_account', name)),
    markDefault: (id) => act(worker('mark default', { id }), ''),
  };
}
