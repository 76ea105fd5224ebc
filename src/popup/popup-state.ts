import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../accounts/account';
import type { Overview } from '../background/pin-intents';
import { emptyDraft } from '../pins/empty-draft';
import type { Question } from '../pins/plan';
import type { RequestView } from '../pins/request-view';
import { onChange } from '../platform/changes';
import type { MessageKey } from '../platform/words';
import type { Days } from '../providers';
import { readChat } from '../references/chat';
import { longestText } from '../references/longest-text';
import { troubleOf } from '../ui/trouble';
import { worker } from '../ui/worker';
import { takeCopied } from './copied';
import { createPlanning, type Planning } from './planning';
import { createRequests, type Requests } from './requests';
import { createSending, type Sending } from './sending';
import { createTyped, type Typed } from './typed';

/** The popup as signals: what is typed, what the worker makes of it, what became of it. */
export interface PopupState extends Sending, Pick<Planning, 'planned'> {
  ready: ReadonlySignal<boolean>;
  /** Whether it is known that there is no account yet. */
  isNew: ReadonlySignal<boolean>;
  accounts: ReadonlySignal<AccountView[]>;
  typed: ReadonlySignal<Typed>;
  /** The account that all messages go through; undefined where they differ or one has to be chosen. */
  account: ReadonlySignal<AccountView | undefined>;
  chat: ReadonlySignal<string>;
  days: ReadonlySignal<Days>;
  question: ReadonlySignal<Question | null>;
  requests: Requests;
  trouble: ReadonlySignal<MessageKey | null>;
  edit(change: Partial<Typed>): void;
  /** Puts a message back into the form to build its key by hand, and asks who sent it. */
  buildKey(request: RequestView): void;
  /** Puts a message back into the form to pin it, and sends nothing. */
  pinAgain(request: RequestView): void;
  /** Puts back what a gesture took the place of. */
  bringBack(): void;
}

/** Opens the popup's state and keeps it in step with the worker until the page goes. */
export function openPopupState(): PopupState {
  const { typed, fill, edit } = createTyped();
  const requests = createRequests();
  const overview = signal<Overview | null>(null);
  const asked = signal<Question | null>(null);
  const trouble = signal<MessageKey | null>(null);
  const fail = (detail: string) => {
    trouble.value = troubleOf(detail);
  };
  const { planned, replan } = createPlanning(typed, fail);

  const accounts = computed(() => overview.value?.accounts ?? []);
  const account = computed(() => accounts.value.find(({ id }) => id === planned.value.accountId));
  const days = computed(() => typed.value.days ?? overview.value?.days[account.value?.id ?? ''] ?? 7);
  const sending = createSending({ typed, days, requests, asked, trouble });

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
    if (filling) {
      fill(filling);
      void requests.follow([]);
    }
    await replan();
    batch(() => {
      if (filling) asked.value = filling.question;
      overview.value = reply.answer;
      ready.value = true;
      requests.start(latest);
    });
    if (first) await begin(draft !== null);
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
    ready,
    isNew: computed(() => overview.value !== null && accounts.value.length === 0),
    accounts,
    typed,
    planned,
    account,
    chat: computed(() => typed.value.chat ?? planned.value.chat),
    days,
    question: asked,
    requests,
    trouble,
    edit: (typing) => change(() => edit(typing), (typing.message ?? '').length > longestText ? 'too-long' : null),
    buildKey: ({ address: { messageId, chat }, accountId, action, days: chosen }) =>
      change(
        () =>
          edit({ message: messageId, chat, accountId, action, days: chosen, sender: { fromMe: null, author: null } }),
        'sender-missing',
      ),
    pinAgain({ address: { messageId, chat }, accountId }) {
      const written = chat && (readChat(chat)?.jid ?? chat);
      const before = typed.value.message === '' ? typed.value.before : { ...typed.value, question: null };
      change(() => edit({ message: messageId, chat: written, accountId, action: 'pin', days: null, before }), 'review');
    },
    bringBack: () => change(() => edit({ ...typed.value.before, before: null })),
  };
}
