import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../accounts/account';
import type { Wish } from '../../pins/pin-request';
import { type Handing, handOver } from './hand-over';
import type { Report } from './reader';
import { openReader, type ReaderThread } from './reader-thread';
import type { ReviewRow } from './review-row';
import { type Choices, openReview, type ReviewState } from './review-state';
import type { Stop } from './row';
import type { Source } from './source';

/** `handing`: rows are given to the worker; `stopped`: that failed, and can go on. */
export type Step = 'closed' | 'open' | 'reading' | 'review' | 'handing' | 'stopped';

export interface BulkState {
  step: ReadonlySignal<Step>;
  /** A file's name; empty for a pasted text. */
  name: ReadonlySignal<string>;
  progress: ReadonlySignal<{ part: number; rows: number }>;
  ending: ReadonlySignal<{ duplicates: number; stopped: Stop | null }>;
  accounts: ReadonlySignal<AccountView[]>;
  choices: ReadonlySignal<Choices>;
  review: ReviewState;
  handing: ReadonlySignal<Handing & { of: number }>;
  /** Rows are handed over, or planned for another account: nothing can be started now. */
  busy: ReadonlySignal<boolean>;
  open(): void;
  close(): void;
  read(source: Source, name: string): void;
  choose(change: Partial<Choices>): void;
  /** Hands over all that is taken, or goes on with that. */
  start(): Promise<void>;
}

/** Add many, from the text to the run. @param handed called with the number of requests once they are the worker's */
export function openBulk(accounts: ReadonlySignal<AccountView[]>, handed: (count: number) => void): BulkState {
  const step = signal<Step>('closed');
  const name = signal('');
  const progress = signal({ part: 0, rows: 0 });
  const ending = signal<{ duplicates: number; stopped: Stop | null }>({ duplicates: 0, stopped: null });
  const choices = signal<Choices>({ accountId: null, action: 'pin', days: 7 });
  const handing = signal<Handing & { of: number }>({ run: null, done: 0, of: 0 });
  const review = openReview(choices);
  const planning = signal(false);
  let reader: ReaderThread | undefined;
  let coming: ReviewRow[] = [];
  let taken: number[] = [];
  /** What the rows were planned for. */
  let planned: { accounts: readonly AccountView[]; accountId: string | null } = { accounts: [], accountId: null };

  function heard(report: Report): void {
    if (report.kind === 'progress') progress.value = report;
    else if (report.kind === 'columns') return;
    else if (report.kind === 'rows') coming.push(...report.rows);
    else {
      review.show(coming);
      ending.value = report;
      planning.value = false;
      if (step.value === 'reading') step.value = 'review';
    }
  }

  function threadOf(): ReaderThread {
    reader ??= openReader(heard, () => {
      reader = undefined;
      ending.value = { duplicates: 0, stopped: 'unreadable' };
      planning.value = false;
      step.value = 'review';
    });
    return reader;
  }

  function order(what: { kind: 'read'; source: Source; roles: null } | { kind: 'plan' }): void {
    planned = { accounts: accounts.peek(), accountId: choices.peek().accountId };
    coming = [];
    planning.value = true;
    threadOf().send({ ...what, ...planned, chat: null, countries: [], edits: new Map() });
  }

  // Rows are planned anew for other accounts, once they are read.
  effect(() => {
    const isOther = accounts.value !== planned.accounts || choices.value.accountId !== planned.accountId;
    if (step.value === 'review' && isOther) order({ kind: 'plan' });
  });

  function wishOf(place: number): Wish {
    const row = review.rows.peek()[place];
    const account = accounts.peek().find(({ id }) => id === row?.accountId);
    const { action, days } = choices.peek();
    if (!row?.address || !account) throw new Error('Only what has its account and address is asked for.');
    const { id: accountId, name: accountName, provider } = account;
    return {
      accountId,
      accountName,
      provider,
      action: row.action ?? action,
      days: row.days ?? days,
      address: row.address,
    };
  }

  const busy = computed(() => planning.value || step.value === 'handing');

  function close(): void {
    review.clear();
    step.value = 'closed';
  }

  return {
    ...{ step, name, progress, ending, accounts, choices, review, handing, busy },
    open() {
      const shown = accounts.peek().find(({ isDefault }) => isDefault) ?? accounts.peek()[0];
      choices.value = { accountId: shown?.id ?? null, action: 'pin', days: shown?.days ?? 7 };
      step.value = 'open';
      // It takes a moment to start: meanwhile the user pastes.
      threadOf();
    },
    close,
    read(source, from) {
      review.clear();
      name.value = from;
      progress.value = { part: 0, rows: 0 };
      step.value = 'reading';
      order({ kind: 'read', source, roles: null });
    },
    choose(change) {
      if (step.value !== 'handing') choices.value = { ...choices.value, ...change };
    },
    async start() {
      if (busy.value) return;
      if (step.value !== 'stopped') {
        taken = review.taken();
        handing.value = { run: null, done: 0, of: taken.length };
      }
      step.value = 'handing';
      const tell = (now: Handing) => {
        handing.value = { ...now, of: taken.length };
      };
      const { refuse } = review;
      const from = handing.value;
      const all = await handOver({ name: name.value, rows: taken, wishOf, refuse, tell }, from).catch(() => false);
      if (!all) {
        step.value = 'stopped';
        return;
      }
      review.send(taken);
      handed(taken.filter((place) => review.rows.peek()[place]?.problem !== 'credential').length);
      // What was not sent stays before the user's eyes.
      if (review.shown.value?.length === 0) close();
      else step.value = 'review';
    },
  };
}
