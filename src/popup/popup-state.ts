import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../accounts/account';
import type { Overview } from '../background/pin-intents';
import type { Planned } from '../background/planned';
import { opposite, type PinRequest } from '../pins/pin-request';
import type { Question } from '../pins/plan';
import { onChange } from '../platform/changes';
import type { MessageKey } from '../platform/words';
import type { Days } from '../providers';
import { worker } from '../ui/worker';
import { takeCopied } from './copied';
import { createRequests, type Requests } from './requests';
import { createTyped, emptyDraft, type Typed } from './typed';

export type Action = PinRequest['action'];

/** The popup as signals: what is typed, what the worker makes of it, what became of it. */
export interface PopupState {
  ready: ReadonlySignal<boolean>;
  /** Whether it is known that there is no account yet. */
  isNew: ReadonlySignal<boolean>;
  accounts: ReadonlySignal<AccountView[]>;
  typed: ReadonlySignal<Typed>;
  planned: ReadonlySignal<Planned>;
  /** The account that all messages go through; undefined where they differ or one has to be chosen. */
  account: ReadonlySignal<AccountView | undefined>;
  chat: ReadonlySignal<string>;
  days: ReadonlySignal<Days>;
  question: ReadonlySignal<Question | null>;
  requests: Requests;
  busy: ReadonlySignal<Action | null>;
  trouble: ReadonlySignal<MessageKey | null>;
  edit(change: Partial<Typed>): void;
  submit(action: Action): Promise<void>;
  /** Sends an earlier request again, or its opposite. */
  repeat(id: string, as: 'same' | 'opposite'): Promise<void>;
}

const nothingPlanned: Planned = { items: [], possible: [], accountId: null, because: null, chat: '', asksChat: false };

const fieldsOf = ({ message, chat, accountId, undecided }: Typed) => ({ message, chat, accountId, undecided });

/** Opens the popup's state and keeps it in step with the worker until the page goes. */
export function openPopupState(): PopupState {
  const { typed, fill, edit } = createTyped();
  const requests = createRequests();
  const overview = signal<Overview | null>(null);
  const planned = signal(nothingPlanned);
  const asked = signal<Question | null>(null);
  const sending = signal<Action | null>(null);
  const trouble = signal<MessageKey | null>(null);

  const accounts = computed(() => overview.value?.accounts ?? []);
  const account = computed(() => accounts.value.find(({ id }) => id === planned.value.accountId));
  const busy = computed(() => sending.value ?? requests.running.value);
  const days = computed(() => typed.value.days ?? overview.value?.days[account.value?.id ?? ''] ?? 7);

  /** Only the plan of what stands in the fields now counts. */
  async function replan(): Promise<void> {
    const asked = fieldsOf(typed.value);
    const reply = await worker('plan', asked);
    if (reply.ok && JSON.stringify(asked) === JSON.stringify(fieldsOf(typed.peek()))) planned.value = reply.answer;
  }

  async function load(): Promise<void> {
    const reply = await worker('overview', {});
    if (!reply.ok) {
      trouble.value = reply.detail === 'UnreadableItem' ? 'trouble_unreadable' : 'trouble_worker';
      return;
    }
    const { draft, latest } = reply.answer;
    const first = overview.value === null;
    if (draft && (first || draft.question)) {
      fill(draft);
      void requests.follow([]);
    }
    await replan();
    batch(() => {
      if (draft && (first || draft.question)) asked.value = draft.question;
      overview.value = reply.answer;
      requests.start(latest);
    });
    if (first) await begin(draft !== null);
  }

  /** A popup that was opened for the copied text takes it; one without a draft takes what the page has selected. */
  async function begin(drafted: boolean): Promise<void> {
    const copied = await takeCopied();
    if (copied) {
      // Nobody has seen yet which account stands in the popup: of several, none is meant.
      fill({ ...emptyDraft, message: copied.text, undecided: copied.use === 'pin' });
      asked.value = null;
      await replan();
      if (copied.use === 'pin' && planned.value.items.length > 1) asked.value = 'review';
      else if (copied.use === 'pin') await submit('pin');
      return;
    }
    const before = typed.value;
    const page = drafted ? null : await worker('page text', {});
    if (page?.ok && page.answer && typed.value === before) fill({ ...emptyDraft, message: page.answer });
  }

  async function submit(action: Action): Promise<void> {
    if (busy.value) return;
    batch(() => {
      trouble.value = null;
      asked.value = null;
      sending.value = action;
    });
    await requests.follow([]);
    const reply = await worker('pin', {
      ...fieldsOf(typed.value),
      action,
      days: days.value,
      left: [...typed.value.left],
    });
    if (!reply.ok) trouble.value = reply.detail === 'worker' ? 'trouble_worker' : 'trouble_storage';
    else if (reply.answer.kind === 'asked') asked.value = reply.answer.question;
    else await requests.follow(reply.answer.ids);
    sending.value = null;
  }

  async function repeat(id: string, as: 'same' | 'opposite'): Promise<void> {
    const earlier = requests.latest.value.find((request) => request.id === id);
    if (busy.value || !earlier) return;
    batch(() => {
      trouble.value = null;
      sending.value = as === 'same' ? earlier.action : opposite(earlier).action;
    });
    await requests.follow([]);
    const reply = await worker('repeat', { id, as });
    if (reply.ok) await requests.follow(reply.answer);
    else trouble.value = reply.detail === 'worker' ? 'trouble_worker' : 'trouble_storage';
    sending.value = null;
  }

  effect(() => {
    if (overview.value && typed.value) void replan();
  });
  onChange((subject) => {
    if (subject === 'requests') void requests.refresh();
    else if (subject !== 'chats') void load();
  });
  void load();

  return {
    ready: computed(() => overview.value !== null || trouble.value !== null),
    isNew: computed(() => overview.value !== null && accounts.value.length === 0),
    accounts,
    typed,
    planned,
    account,
    chat: computed(() => typed.value.chat ?? planned.value.chat),
    days,
    question: asked,
    requests,
    busy,
    trouble,
    edit(change) {
      batch(() => {
        edit(change);
        asked.value = null;
        trouble.value = null;
        if (busy.value === null) void requests.follow([]);
      });
    },
    submit,
    repeat,
  };
}
