import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../accounts/account';
import type { Overview } from '../background/handlers/pin-intents';
import type { Question } from '../pins/plan/question';
import type { RequestView } from '../pins/queue/request-view';
import { onChange } from '../platform/changes';
import type { Days } from '../providers';
import { readChat } from '../references/chat';
import { maxTextLength } from '../references/longest-text';
import { readRequestChanges } from '../ui/read-request-changes';
import type { MessageKey } from '../words/t';
import { describeWorkerError } from '../words/worker-error';
import { type Answering, createAnswering } from './answering';
import type { FormChange } from './edit-form';
import { createFormState, type FormState } from './form-state';
import { createListedChats, type ListedChats } from './listed-chats';
import { numbersToRead } from './numbers';
import { createPlanning, type Planning } from './planning';
import { createPopupOpening } from './popup-opening';
import { createRequests, type Requests } from './requests';
import { createSending, type Sending } from './sending';

/** The popup's state as signals: the form, the worker's plan of it, and the requests that were made. */
export interface PopupState
  extends Omit<Sending, 'pressed'>,
    Pick<FormState, 'form' | 'before'>,
    Pick<Planning, 'popupPlan'>,
    Answering {
  ready: ReadonlySignal<boolean>;
  /** Whether the worker has said that there is no account yet. */
  isNew: ReadonlySignal<boolean>;
  accounts: ReadonlySignal<AccountView[]>;
  /** Whether there are more accounts, which this version cannot read. */
  hasUnreadableAccounts: ReadonlySignal<boolean>;
  /** The account that all messages go through; undefined if they differ or an account has to be chosen. */
  account: ReadonlySignal<AccountView | undefined>;
  chat: ReadonlySignal<string>;
  days: ReadonlySignal<Days>;
  /** Returns the chats that an account's provider lists. */
  listedChats(accountId: string): ListedChats;
  question: ReadonlySignal<Question | null>;
  requests: Requests;
  trouble: ReadonlySignal<MessageKey | null>;
  edit(change: FormChange): void;
  /** Puts a message back into the form to build its key by hand, and asks who sent it. */
  buildKey(request: RequestView): void;
  /** Puts a message back into the form to pin it, and sends nothing. */
  pinAgain(request: RequestView): void;
  /** Restores the user's form that a gesture replaced. */
  bringBack(): void;
}

/** Opens the popup's state and updates it from the worker until the page closes. */
export function createPopupState(): PopupState {
  const { form, before, start, fill, edit, amend, giveWay, setAside, bringBack } = createFormState();
  const requests = createRequests();
  const overview = signal<Overview | null>(null);
  const question = signal<Question | null>(null);
  const trouble = signal<MessageKey | null>(null);
  const onFailure = (detail: string) => {
    trouble.value = describeWorkerError(detail);
  };
  const accounts = computed(() => overview.value?.accounts ?? []);
  const planning = createPlanning({
    form,
    amend,
    giveWay,
    async readNumbers(plan, plannedForm) {
      const numbers = numbersToRead(plan, plannedForm, overview.peek());
      if (numbers.length === 0) return {};
      const { readCertain } = await import('../ui/reading-numbers');
      return readCertain(numbers);
    },
    onFailure,
  });
  const { popupPlan, whenPlanned } = planning;
  const account = computed(() => accounts.value.find(({ id }) => id === popupPlan.value.accountId));
  const accountId = computed(() => account.value?.id ?? null);
  const days = computed(() => form.value.days ?? overview.value?.days[account.value?.id ?? ''] ?? 7);
  const chat = computed(() => form.value.chat?.written ?? popupPlan.value.chat);
  const sending = createSending({ ...planning, form, amend, days, accountId, chat, requests, question, trouble });
  const answering = createAnswering({ form, edit, amend, planning, sending, overview, question, change });
  const { ready, load } = createPopupOpening({
    ...planning,
    ...{ form, start, fill, overview, question, requests, sending, numbers: answering.numbers, onFailure },
  });

  /** Applies edits by the user, and removes the question, the problem and the outcome that were shown before them. */
  function change(makeEdits: () => void, nextQuestion: Question | null = null): void {
    batch(() => {
      makeEdits();
      question.value = nextQuestion;
      trouble.value = null;
      answering.keptCountry.value = null;
      if (sending.busy.value === null) void requests.follow([]);
    });
  }

  effect(() => {
    if (overview.value && form.value) void whenPlanned();
  });
  onChange(async (subject, detail) => {
    if (subject === 'requests') requests.apply(await readRequestChanges(detail));
    else if (subject !== 'chats') void load();
  });
  void load();

  const { pressed: _, ...sendingState } = sending;
  return {
    ...sendingState,
    ...answering,
    form,
    before,
    ready,
    isNew: computed(() => overview.value !== null && accounts.value.length === 0),
    accounts,
    hasUnreadableAccounts: computed(() => overview.value?.hasUnreadableAccounts ?? false),
    popupPlan,
    account,
    chat,
    days,
    question,
    listedChats: createListedChats(),
    requests,
    trouble,
    edit: (edits) => change(() => edit(edits), (edits.message ?? '').length > maxTextLength ? 'too-long' : null),
    buildKey: (request) =>
      change(() => {
        const { action, days: sentDays } = request;
        edit({ ...targetOf(request), action, days: sentDays, sender: { fromMe: null, author: null } });
      }, 'sender-missing'),
    pinAgain: (request) =>
      change(() => {
        setAside();
        edit({ ...targetOf(request), action: 'pin', days: null });
      }, 'review'),
    bringBack: () => change(bringBack),
  };
}

/**
 * Returns the message, chat and account of a request as fields of the form. The chat is a JID, which needs no country
 * code.
 */
const targetOf = ({ address: { messageId, chat }, accountId }: RequestView) => ({
  message: messageId,
  chat: chat && (readChat(chat)?.jid ?? chat),
  accountId,
});
