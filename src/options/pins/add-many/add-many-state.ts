import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '../../../accounts/account';
import type { Wish } from '../../../pins/queue/request';
import type { RowEdit } from './editing/row-edit';
import { readTypedChat, type TypedChat } from './editing/typed-chat';
import type { ColumnRole, TableColumn } from './reading/column-roles';
import type { HowToRead } from './reading/find-table';
import type { Report } from './reading/reader';
import { createReaderThread, type ReaderThread } from './reading/reader-thread';
import type { Stop } from './reading/row';
import type { Source } from './reading/source';
import { moved, movedPlaces } from './review/moved-rows';
import { numberCountries } from './review/number-countries';
import { preferredCountry } from './review/preferred-country';
import type { ReviewFor, ReviewRow } from './review/review-row';
import { type Choices, createReview, type ReviewState } from './review/review-state';
import { type Handing, handOver } from './submit-run';

/** `handing`: rows are given to the worker; `stopped`: that failed, and can go on. */
export type Step = 'closed' | 'open' | 'reading' | 'review' | 'handing' | 'stopped';

/** What can be changed in a row. */
export type RowField = 'chat' | 'account' | 'action' | 'duration';

/** The row whose editor is open. */
export interface Editing {
  place: number;
  /** The field that has the focus first. */
  field: RowField;
  /** Whether something else was pressed that has to wait until the row is kept or left as it was. */
  isReminded: boolean;
}

export interface AddManyState {
  step: ReadonlySignal<Step>;
  /** A file's name; empty for a pasted text. */
  name: ReadonlySignal<string>;
  progress: ReadonlySignal<{ part: number; rows: number }>;
  ending: ReadonlySignal<{ duplicates: number; stopped: Stop | null }>;
  accounts: ReadonlySignal<AccountView[]>;
  /** The columns of the table that is under review; null where it is none. */
  columns: ReadonlySignal<readonly TableColumn[] | null>;
  choices: ReadonlySignal<Choices>;
  /** What the chat for all rows means. */
  chatForAll: ReadonlySignal<TypedChat>;
  /** Where numbers without a country code may be from, as ISO 3166 codes. */
  countries: ReadonlySignal<readonly string[]>;
  review: ReviewState;
  editing: ReadonlySignal<Editing | null>;
  handing: ReadonlySignal<Handing & { of: number }>;
  /** Rows are handed over, read anew or planned anew: nothing can be started now. */
  busy: ReadonlySignal<boolean>;
  /** Rows are handed over, or that stopped and can go on: what was pressed for is not changed any more. */
  isHanding: ReadonlySignal<boolean>;
  /** The table that is under review is read anew. */
  isReadAnew: ReadonlySignal<boolean>;
  open(): void;
  close(): void;
  read(source: Source, name: string): void;
  /** Reads the table anew with another use of one column. False: now it cannot. */
  setRole(column: number, role: ColumnRole): boolean;
  choose(change: Partial<Choices>): void;
  /** Opens the editor of a row, if no other is open. */
  edit(place: number, field: RowField): void;
  stopEditing(): void;
  /** What the user says of rows instead of their cells, by their places. A field that is `undefined` is as it was read. */
  mend(changes: ReadonlyMap<number, RowEdit>): void;
  /** What the user has said of a row so far. */
  editOf(place: number): RowEdit;
  /** Hands over all that is taken, or goes on with that. */
  start(): Promise<void>;
}

/** Add many, from the text to the run. @param handed called with the number of requests once they are the worker's */
export function createAddMany(accounts: ReadonlySignal<AccountView[]>, handed: (count: number) => void): AddManyState {
  const step = signal<Step>('closed');
  const name = signal('');
  const progress = signal({ part: 0, rows: 0 });
  const ending = signal<{ duplicates: number; stopped: Stop | null }>({ duplicates: 0, stopped: null });
  const columns = signal<readonly TableColumn[] | null>(null);
  const choices = signal<Choices>({ accountId: null, chat: '', country: null, action: 'pin', days: 7 });
  const handing = signal<Handing & { of: number }>({ run: null, done: 0, of: 0 });
  const review = createReview(choices);
  const preferred = signal<string | null>(null);
  const editing = signal<Editing | null>(null);
  const edits = signal<ReadonlyMap<number, RowEdit>>(new Map());
  /** What the thread is at. */
  const doing = signal<'read' | 'plan' | null>(null);
  let source: Source = '';
  let roles: HowToRead['roles'] = null;
  let rolesRead: HowToRead['roles'] = null;
  let reader: ReaderThread | undefined;
  let coming: ReviewRow[] = [];
  let taken: number[] = [];

  const accountId = computed(() => choices.value.accountId);
  const country = computed(() => choices.value.country);
  const typedChat = computed(() => choices.value.chat);
  const countries = computed(() => numberCountries(accounts.value, country.value, preferred.value));
  const chatForAll = computed(() => readTypedChat(typedChat.value, countries.value));
  const chat = computed(() => (chatForAll.value.kind === 'chat' ? chatForAll.value.chat : null));
  const reviewFor = computed(
    (): ReviewFor => ({
      accounts: accounts.value,
      accountId: accountId.value,
      chat: chat.value,
      countries: countries.value,
      edits: edits.value,
    }),
  );
  let planned: ReviewFor | null = null;

  function onReport(report: Report): void {
    if (report.kind === 'progress') progress.value = report;
    else if (report.kind === 'columns') columns.value = report.columns;
    else if (report.kind === 'rows') coming.push(...report.rows);
    else batch(() => onEnd(report));
  }

  function onEnd({ duplicates, stopped }: { duplicates: number; stopped: Stop | null }): void {
    ending.value = { duplicates, stopped };
    if (doing.peek() === 'read') {
      // Places are other ones where a table is read anew: what was said of its rows goes with them.
      const places = movedPlaces(review.rows.peek(), coming);
      review.move(places);
      if (edits.peek().size > 0) edits.value = moved(edits.peek(), places);
    }
    review.show(coming);
    doing.value = null;
    if (step.peek() === 'reading') step.value = 'review';
    if (rolesRead !== roles) order('read');
  }

  function threadOf(): ReaderThread {
    reader ??= createReaderThread(onReport, () => {
      reader = undefined;
      ending.value = { duplicates: 0, stopped: 'unreadable' };
      doing.value = null;
      step.value = 'review';
    });
    return reader;
  }

  function order(kind: 'read' | 'plan'): void {
    planned = reviewFor.peek();
    coming = [];
    doing.value = kind;
    rolesRead = roles;
    // A table that is read anew has its rows at other places than the edits say.
    const what = kind === 'read' ? { kind, source, roles, ...planned, edits: new Map() } : { kind, ...planned };
    threadOf().send(what);
  }

  // Rows are planned anew for all that is said about them, once they are read.
  effect(() => {
    const isOther = reviewFor.value !== planned;
    if (step.value === 'review' && doing.value !== 'read' && isOther) order('plan');
  });

  function wishOf(place: number): Wish {
    const row = review.rows.peek()[place];
    const account = accounts.peek().find(({ id }) => id === row?.accountId);
    const { action, days } = choices.peek();
    if (!row?.address || !account) throw new Error('Only what has its account and address is asked for.');
    return {
      accountId: account.id,
      accountName: account.name,
      providerId: account.providerId,
      action: row.action ?? action,
      days: row.days ?? days,
      address: row.address,
    };
  }

  const busy = computed(() => doing.value !== null || step.value === 'handing');
  const isHanding = computed(() => step.value === 'handing' || step.value === 'stopped');

  /** Nothing else happens while a row's editor is open: what stands there would be lost, or not be what is sent. */
  function remindOfEditor(): boolean {
    const open = editing.peek();
    if (open) editing.value = { ...open, isReminded: true };
    return open !== null;
  }

  function forget(): void {
    review.clear();
    columns.value = null;
    roles = null;
    edits.value = new Map();
    editing.value = null;
  }

  function close(): void {
    forget();
    step.value = 'closed';
  }

  return {
    step,
    name,
    progress,
    ending,
    accounts,
    columns,
    choices,
    chatForAll,
    countries,
    review,
    editing,
    handing,
    busy,
    isHanding,
    isReadAnew: computed(() => doing.value === 'read' && step.value === 'review'),
    open() {
      const shown = accounts.peek().find(({ isDefault }) => isDefault) ?? accounts.peek()[0];
      forget();
      choices.value = {
        ...choices.peek(),
        accountId: shown?.id ?? null,
        chat: '',
        action: 'pin',
        days: shown?.days ?? 7,
      };
      step.value = 'open';
      void preferredCountry().then((set) => {
        preferred.value = set;
      });
      // It takes a moment to start: meanwhile the user pastes.
      threadOf();
    },
    close,
    read(from, called) {
      forget();
      source = from;
      name.value = called;
      progress.value = { part: 0, rows: 0 };
      step.value = 'reading';
      order('read');
    },
    setRole(column, role) {
      if (step.peek() !== 'review' || remindOfEditor()) return false;
      const all = columns.peek() ?? [];
      const now = roles ?? all.map((each) => (each.rivalFor === null ? each.role : null));
      roles = now.map((each, index) => (index === column ? role : each));
      columns.value = all.map((each, index) => (index === column ? { ...each, role, rivalFor: null } : each));
      if (doing.peek() !== 'read') order('read');
      return true;
    },
    choose(change) {
      if (!isHanding.peek()) choices.value = { ...choices.value, ...change };
    },
    edit(place, field) {
      if (step.peek() === 'review' && !remindOfEditor()) editing.value = { place, field, isReminded: false };
    },
    stopEditing() {
      editing.value = null;
    },
    mend(changes) {
      if (step.peek() !== 'review') return;
      const next = new Map(edits.peek());
      for (const [place, change] of changes) next.set(place, { ...next.get(place), ...change });
      edits.value = next;
    },
    editOf: (place) => edits.peek().get(place) ?? {},
    async start() {
      if (busy.value || remindOfEditor()) return;
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
      const { problems, left } = review.counts.peek();
      if (problems + left === 0) close();
      else step.value = 'review';
    },
  };
}
