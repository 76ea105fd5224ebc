import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../accounts/account';
import type { Overview } from '../background/handlers/pin-intents';
import { emptyDraft } from '../pins/plan/empty-draft';
import type { Question } from '../pins/plan/plan';
import type { RequestView } from '../pins/queue/request-view';
import { onChange } from '../platform/changes';
import type { Days } from '../providers';
import { readChat } from '../references/chat';
import { maxTextLength } from '../references/longest-text';
import { readCertain } from '../ui/reading-numbers';
import { worker } from '../ui/worker';
import type { MessageKey } from '../words/t';
import { describeWorkerError } from '../words/worker-error';
import { type Answering, createAnswering, numbersIn } from './answering';
import type { FormChange } from './edit-form';
import { createTyped, type Typed } from './form-state';
import { createListedChats, type ListedChats } from './listed-chats';
import { createPlanning, type Planning } from './planning';
import { createRequests, type Requests } from './requests';
import { createSending, type Sending } from './sending';
import { takeCopied } from './take-copied';

/** The popup as signals: what is typed, what the worker makes of it, what became of it. */
export interface PopupState extends Omit<Sending, 'pressed'>, Pick<Planning, 'planned'>, Answering {
  ready: ReadonlySignal<boolean>;
  /** Whether it is known that there is no account yet. */
  isNew: ReadonlySignal<boolean>;
  accounts: ReadonlySignal<AccountView[]>;
  typed: ReadonlySignal<Typed>;
  /** The account that all messages go through; undefined where they differ or one has to be chosen. */
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
  /** Puts back what a gesture took the place of. */
  bringBack(): void;
}

/** Opens the popup's state and keeps it in step with the worker until the page goes. */
export function createPopupState(): PopupState {
  const { typed, fill, edit, amend, giveWay, bringBack } = createTyped();
  const requests = createRequests();
  const overview = signal<Overview | null>(null);
  const asked = signal<Question | null>(null);
  const trouble = signal<MessageKey | null>(null);
  const fail = (detail: string) => {
    trouble.value = describeWorkerError(detail);
  };
  const accounts = computed(() => overview.value?.accounts ?? []);
  const planning = createPlanning({
    typed,
    amend,
    giveWay,
    readNumbers: (plan, form) => readCertain(numbersIn(plan, form, overview.value)),
    onFailure: fail,
  });
  const { planned, replan } = planning;
  const account = computed(() => accounts.value.find(({ id }) => id === planned.value.accountId));
  const days = computed(() => typed.value.days ?? overview.value?.days[account.value?.id ?? ''] ?? 7);
  const accountId = computed(() => account.value?.id ?? null);
  const chat = computed(() => typed.value.chat?.written ?? planned.value.chat);
  const { pressed, ...sending } = createSending({
    ...planning,
    ...{ typed, amend, days, accountId, chat, requests, asked, trouble },
  });
  const answering = createAnswering({
    ...{ typed, edit, amend, planning, overview, asked, change },
    sending: { pressed, submit: sending.submit },
  });

  /** Once there is something to show, it stays, also when a trouble that was told is out of the way. */
  const ready = signal(false);
  let loads = 0;
  let begun = false;

  async function load(): Promise<void> {
    loads += 1;
    const mine = loads;
    const reply = await worker('overview', {});
    // A later one knows more.
    if (mine !== loads) return;
    if (!reply.ok) {
      fail(reply.detail);
      ready.value = true;
      return;
    }
    const { draft, latest } = reply.answer;
    const first = !begun;
    begun = true;
    const filling = draft && (first || draft.question) ? draft : null;
    // Numbers are read with what is known of the accounts.
    overview.value = reply.answer;
    if (filling) {
      fill(filling);
      void requests.follow([]);
    }
    await replan();
    batch(() => {
      if (filling) ask(filling.question);
      ready.value = true;
      requests.start(latest);
    });
    if (first) await begin(draft !== null);
  }

  /** Asks what a gesture left. Whoever answers goes on with it, but a list is always looked at first. */
  function ask(question: Question | null): void {
    const isRead = question === 'chat-country' && answering.numbers.value.length === 0;
    asked.value = isRead ? 'review' : question;
    pressed.value = question !== null && planned.value.items.length === 1 ? typed.value.action : null;
  }

  /** A popup that was opened for the copied text takes it; one without a draft takes what the page has selected. */
  async function begin(drafted: boolean): Promise<void> {
    const copied = await takeCopied();
    if (copied) {
      // Nobody has seen yet which account stands in the popup: of several, none is meant.
      const before = drafted ? { ...typed.value, question: null } : null;
      fill({ ...emptyDraft, message: copied.text, undecided: copied.use === 'pin', before });
      asked.value = copied.question;
      await replan();
      if (copied.question) return;
      if (copied.use === 'pin' && planned.value.items.length > 1) asked.value = 'review';
      else if (copied.use === 'pin') await sending.submit('pin');
      return;
    }
    const before = typed.value;
    const page = drafted ? null : await worker('page text', {});
    if (page?.ok && page.answer && typed.value === before) fill({ ...emptyDraft, message: page.answer });
  }

  function change(typing: () => void, question: Question | null = null): void {
    batch(() => {
      typing();
      asked.value = question;
      trouble.value = null;
      answering.keptCountry.value = null;
      if (sending.busy.value === null) void requests.follow([]);
    });
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
    ...sending,
    ...answering,
    ready,
    isNew: computed(() => overview.value !== null && accounts.value.length === 0),
    accounts,
    typed,
    planned,
    account,
    chat,
    days,
    listedChats: createListedChats(),
    question: asked,
    requests,
    trouble,
    edit: (typing) => change(() => edit(typing), (typing.message ?? '').length > maxTextLength ? 'too-long' : null),
    buildKey: ({ address: { messageId, chat: of }, accountId: through, action, days: chosen }) =>
      change(
        () =>
          edit({
            // It was sent so: as a JID it needs no country.
            ...{ message: messageId, chat: of && (readChat(of)?.jid ?? of) },
            ...{ accountId: through, action, days: chosen },
            sender: { fromMe: null, author: null },
          }),
        'sender-missing',
      ),
    pinAgain({ address: { messageId, chat: of }, accountId }) {
      const replaced = typed.value.message === '' ? typed.value.before : { ...typed.value, question: null };
      change(() => {
        amend({ before: replaced });
        edit({ message: messageId, chat: of && (readChat(of)?.jid ?? of), accountId, action: 'pin', days: null });
      }, 'review');
    },
    bringBack: () => change(bringBack),
  };
}
