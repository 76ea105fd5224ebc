import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Days } from '../../../../providers/contract/provider';
import { moved } from './moved-rows';
import type { ReviewRow } from './review-row';

/** What is chosen for all rows that say nothing themselves. */
export interface Choices {
  accountId: string | null;
  /** The chat as it was typed. */
  chat: string;
  /** The country of numbers without a country code, as an ISO 3166 code. */
  country: string | null;
  action: 'pin' | 'unpin';
  days: Days;
}

export interface Counts {
  ready: number;
  /** How many of these pin. */
  pins: number;
  problems: number;
  /** Rows without a problem that were left out. */
  left: number;
}

/** The rows under review: which are taken, which are shown. Rows are known by their places. */
export interface ReviewState {
  rows: ReadonlySignal<readonly ReviewRow[]>;
  counts: ReadonlySignal<Counts>;
  /** The places of the rows that are shown; null for all. */
  shown: ReadonlySignal<readonly number[] | null>;
  onlyProblems: ReadonlySignal<boolean>;
  /** Whether what is shown is what was left over. */
  isRest: ReadonlySignal<boolean>;
  show(rows: readonly ReviewRow[]): void;
  /** Rows are at other places now, those that are no longer there at none: what was said of them goes with them. */
  move(places: ReadonlyMap<number, number>): void;
  clear(): void;
  filter(onlyProblems: boolean): void;
  isTaken(place: number): boolean;
  /** Whether it was handed over: it is no longer under review. */
  isSent(place: number): boolean;
  toggle(place: number): void;
  /** Takes all rows without a problem, or none. */
  takeAll(all: boolean): void;
  /** The places of all that are taken. */
  taken(): number[];
  /** These were handed over: they are no longer under review. */
  send(places: readonly number[]): void;
  /** These name a credential. */
  refuse(places: readonly number[]): void;
}

/** @param choices what counts for rows that say nothing themselves */
export function createReview(choices: ReadonlySignal<Choices>): ReviewState {
  const rows = signal<readonly ReviewRow[]>([]);
  const onlyProblems = signal(false);
  const marks = signal(noMarks());
  const mark = (change: (marks: Marks) => void) => {
    // The sets are too long to be copied: only what holds them is new.
    const next = { ...marks.peek() };
    change(next);
    marks.value = next;
  };

  function isTaken(place: number): boolean {
    const { ticked, sent, refused } = marks.value;
    const row = rows.value[place];
    if (!row?.address || refused.has(place) || sent.has(place)) return false;
    return ticked.get(place) ?? row.problem === null;
  }

  const counts = computed((): Counts => {
    const found = { ready: 0, pins: 0, problems: 0, left: 0 };
    const { sent } = marks.value;
    const { action } = choices.value;
    for (const [place, row] of rows.value.entries()) {
      if (sent.has(place)) continue;
      if (isTaken(place)) {
        found.ready += 1;
        if ((row.action ?? action) === 'pin') found.pins += 1;
      } else if (row.problem) found.problems += 1;
      else found.left += 1;
    }
    return found;
  });

  const shown = computed(() => {
    const { sent } = marks.value;
    const only = onlyProblems.value;
    if (!only && sent.size === 0) return null;
    return rows.value.flatMap(({ problem }, place) => (sent.has(place) || (only && problem === null) ? [] : [place]));
  });

  const withRefused = (found: readonly ReviewRow[]): readonly ReviewRow[] => {
    const { refused } = marks.peek();
    return refused.size === 0 ? found : found.map((row, place) => (refused.has(place) ? refusedRow(row) : row));
  };

  return {
    rows,
    counts,
    shown,
    onlyProblems,
    isRest: computed(() => marks.value.sent.size > 0),
    isTaken,
    isSent: (place) => marks.value.sent.has(place),
    show(found) {
      rows.value = withRefused(found);
    },
    move: (places) =>
      mark((now) => {
        const movedSet = (set: ReadonlySet<number>) => new Set([...set].flatMap((from) => places.get(from) ?? []));
        now.sent = movedSet(now.sent);
        now.refused = movedSet(now.refused);
        now.ticked = moved(now.ticked, places);
      }),
    clear() {
      marks.value = noMarks();
      onlyProblems.value = false;
      rows.value = [];
    },
    filter(only) {
      onlyProblems.value = only;
    },
    toggle: (place) => {
      const isTicked = !isTaken(place);
      mark(({ ticked }) => ticked.set(place, isTicked));
    },
    takeAll: (all) =>
      mark(({ ticked }) => {
        for (const [place, { problem }] of rows.peek().entries()) if (problem === null) ticked.set(place, all);
      }),
    taken: () => [...rows.peek().keys()].filter(isTaken),
    send: (places) =>
      mark(({ sent, refused }) => {
        for (const place of places) if (!refused.has(place)) sent.add(place);
      }),
    refuse(places) {
      mark(({ refused }) => {
        for (const place of places) refused.add(place);
      });
      rows.value = withRefused(rows.peek());
    },
  };
}

/** What happened to rows, by their places. */
interface Marks {
  /** Whether the user wants a row; of the others those without a problem are taken. */
  ticked: Map<number, boolean>;
  sent: Set<number>;
  refused: Set<number>;
}

const noMarks = (): Marks => ({ ticked: new Map(), sent: new Set(), refused: new Set() });

const refusedRow = (row: ReviewRow): ReviewRow => ({ ...row, problem: 'credential', address: null });
