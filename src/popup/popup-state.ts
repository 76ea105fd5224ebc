import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AccountView } from '../accounts/account';
import type { Overview } from '../background/pin-intents';
import type { PinRequest } from '../pins/pin-request';
import { type Prepared, prepare, type Question } from '../pins/prepare';
import { onChange } from '../platform/changes';
import type { MessageKey } from '../platform/words';
import { type Days, provider } from '../providers';
import { intendedReferences, type Reference } from '../references';
import { worker } from '../ui/worker';

export type Action = PinRequest['action'];

/** The popup as signals: what is typed, what follows from it, what became of it. */
export interface PopupState {
  ready: ReadonlySignal<boolean>;
  accounts: ReadonlySignal<AccountView[]>;
  message: ReadonlySignal<string>;
  account: ReadonlySignal<AccountView | undefined>;
  chat: ReadonlySignal<string>;
  days: ReadonlySignal<Days>;
  references: ReadonlySignal<Reference[]>;
  question: Signal<Question | null>;
  latest: ReadonlySignal<PinRequest[]>;
  /** The requests of the last gesture in this popup. */
  followed: ReadonlySignal<PinRequest[]>;
  busy: ReadonlySignal<Action | null>;
  trouble: ReadonlySignal<MessageKey | null>;
  edit(change: Partial<Typed>): void;
  submit(action: Action): Promise<void>;
}

/** Null is what nobody has chosen or typed: then it follows from the rest. */
interface Typed {
  message: string;
  chat: string | null;
  accountId: string | null;
  days: Days | null;
}

const nothing: Typed = { message: '', chat: null, accountId: null, days: null };

/** Opens the popup's state and keeps it in step with the worker until the page goes. */
export function openPopupState(): PopupState {
  const overview = signal<Overview | null>(null);
  const typed = signal<Typed>(nothing);
  const action = signal<Action>('pin');
  const question = signal<Question | null>(null);
  const followedIds = signal<string[]>([]);
  const followed = signal<PinRequest[]>([]);
  const sending = signal<Action | null>(null);
  const trouble = signal<MessageKey | null>(null);

  const accounts = computed(() => overview.value?.accounts ?? []);
  const account = computed(() => {
    const chosen = accounts.value.find(({ id }) => id === typed.value.accountId);
    if (chosen || question.value === 'account-missing') return chosen;
    return accounts.value.find(({ isDefault }) => isDefault) ?? accounts.value[0];
  });
  const references = computed(() => intendedReferences(typed.value.message));
  const ownChat = computed(() => (references.value.length === 1 ? references.value[0]?.chat : null));
  const chat = computed(() => typed.value.chat ?? ownChat.value ?? account.value?.defaultChat ?? '');
  const days = computed(() => typed.value.days ?? overview.value?.days[account.value?.id ?? ''] ?? 7);
  const busy = computed(() => {
    const running = followed.value.find(({ state }) => state !== 'settled');
    return sending.value ?? running?.action ?? null;
  });

  async function load(): Promise<void> {
    const reply = await worker('overview', {});
    if (!reply.ok) {
      trouble.value = reply.detail === 'UnreadableItem' ? 'trouble_unreadable' : 'trouble_worker';
      return;
    }
    const { draft } = reply.answer;
    batch(() => {
      if (!overview.value || draft?.question) fill(draft);
      overview.value = reply.answer;
    });
    markSeen(reply.answer.latest);
  }

  function fill(draft: Overview['draft']): void {
    if (!draft) return;
    typed.value = { message: draft.message, chat: draft.chat || null, accountId: draft.accountId, days: draft.days };
    action.value = draft.action;
    question.value = draft.question;
    followedIds.value = [];
    followed.value = [];
  }

  async function refresh(): Promise<void> {
    const reply = await worker('requests', { ids: followedIds.value });
    if (!reply.ok || !overview.value) return;
    const { latest, followed: mine } = reply.answer;
    batch(() => {
      if (overview.value) overview.value = { ...overview.value, latest };
      followed.value = mine;
    });
    markSeen(latest);
  }

  function keep(): void {
    const { message, chat: typedChat, accountId, days: typedDays } = typed.value;
    const empty = message === '' && !typedChat;
    const draft = { message, chat: typedChat ?? '', action: action.value, days: typedDays, accountId, question: null };
    void worker('keep draft', empty ? null : draft);
  }

  function edit(change: Partial<Typed>): void {
    batch(() => {
      typed.value = { ...typed.value, ...change };
      question.value = null;
      trouble.value = null;
      if (busy.value === null) {
        followedIds.value = [];
        followed.value = [];
      }
    });
    keep();
  }

  async function submit(wanted: Action): Promise<void> {
    if (busy.value) return;
    action.value = wanted;
    trouble.value = null;
    followed.value = [];
    const target = account.value;
    const prepared: Prepared = target
      ? prepare(target, typed.value.message, chat.value)
      : { ok: false, question: 'account-missing' };
    if (!target || !prepared.ok) {
      question.value = prepared.ok ? 'account-missing' : prepared.question;
      return;
    }
    question.value = null;
    sending.value = wanted;
    const wish = { accountId: target.id, action: wanted, days: days.value, message: typed.value.message };
    const reply = await worker('pin', { ...wish, chat: provider(target.provider).takesChat ? chat.value : '' });
    if (!reply.ok) trouble.value = reply.detail === 'worker' ? 'trouble_worker' : 'trouble_storage';
    else if (reply.answer.kind === 'asked') question.value = reply.answer.question;
    else {
      followedIds.value = reply.answer.ids;
      await refresh();
    }
    sending.value = null;
  }

  onChange((subject) => void (subject === 'requests' ? refresh() : load()));
  void load();

  return {
    ready: computed(() => overview.value !== null || trouble.value !== null),
    accounts,
    message: computed(() => typed.value.message),
    account,
    chat,
    days,
    references,
    question,
    latest: computed(() => overview.value?.latest ?? []),
    followed,
    busy,
    trouble,
    edit,
    submit,
  };
}

function markSeen(requests: readonly PinRequest[]): void {
  const ids = requests.filter(({ state, seen }) => state === 'settled' && !seen).map(({ id }) => id);
  if (ids.length > 0) void worker('seen', { ids });
}
