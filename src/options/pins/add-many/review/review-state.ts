import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CommonChoices } from './common-choices';
import type { ReviewRow } from './review-row';
import { applyMoves } from './row-moves';

export interface ReviewCounts {
  ready: number;
  /** Selected rows whose action is a pin. */
  pins: number;
  problems: number;
  /** Rows without a problem that the user has deselected. */
  deselected: number;
}

/** The rows under review, with the selected and the shown ones. Rows are identified by their indexes. */
export interface ReviewState {
  rows: ReadonlySignal<readonly ReviewRow[]>;
  /** Counts of the rows that are not submitted yet. */
  counts: ReadonlySignal<ReviewCounts>;
  /** The indexes of the rows that are shown; null for all. */
  shownRows: ReadonlySignal<readonly number[] | null>;
  onlyProblems: ReadonlySignal<boolean>;
  /** Whether some rows were submitted, so that those under review are the remaining ones. */
  hasSubmitted: ReadonlySignal<boolean>;
  setRows(rows: readonly ReviewRow[]): void;
  /** Moves the selections to the new indexes of their rows. Selections of removed rows are dropped. */
  moveRows(moves: ReadonlyMap<number, number>): void;
  clear(): void;
  setOnlyProblems(onlyProblems: boolean): void;
  isSelected(rowIndex: number): boolean;
  /** Whether a row was submitted, so that it is no longer under review. */
  isSubmitted(rowIndex: number): boolean;
  toggle(rowIndex: number): void;
  /** Selects or deselects all rows without a problem. */
  selectAll(isSelected: boolean): void;
  selectedRows(): number[];
  /** Takes submitted rows out of the review. */
  markSubmitted(rowIndexes: readonly number[]): void;
  /** Marks rows that contain a credential, which cannot be sent. */
  markCredentials(rowIndexes: readonly number[]): void;
}

/** The marks of rows, by index. */
interface Marks {
  /** Rows that the user selected or deselected. Of the other rows, those without a problem are selected. */
  chosen: Map<number, boolean>;
  submitted: Set<number>;
  credentials: Set<number>;
}

const noMarks = (): Marks => ({ chosen: new Map(), submitted: new Set(), credentials: new Set() });

export function createReview(choices: ReadonlySignal<CommonChoices>): ReviewState {
  const rows = signal<readonly ReviewRow[]>([]);
  const onlyProblems = signal(false);
  const marks = signal(noMarks());

  /** Changes the marks. The sets may be too long to copy, so only the object that holds them is new. */
  function changeMarks(change: (marks: Marks) => void): void {
    const next = { ...marks.peek() };
    change(next);
    marks.value = next;
  }

  function isSelected(rowIndex: number): boolean {
    const { chosen, submitted, credentials } = marks.value;
    const row = rows.value[rowIndex];
    if (!row?.address || credentials.has(rowIndex) || submitted.has(rowIndex)) return false;
    return chosen.get(rowIndex) ?? row.problem === null;
  }

  const counts = computed((): ReviewCounts => {
    const result = { ready: 0, pins: 0, problems: 0, deselected: 0 };
    const { submitted } = marks.value;
    const { action } = choices.value;
    for (const [index, row] of rows.value.entries()) {
      if (submitted.has(index)) continue;
      if (isSelected(index)) {
        result.ready += 1;
        if ((row.action ?? action) === 'pin') result.pins += 1;
      } else if (row.problem) result.problems += 1;
      else result.deselected += 1;
    }
    return result;
  });

  const shownRows = computed(() => {
    const { submitted } = marks.value;
    const isFiltered = onlyProblems.value;
    if (!isFiltered && submitted.size === 0) return null;
    return rows.value.flatMap(({ problem }, index) =>
      submitted.has(index) || (isFiltered && problem === null) ? [] : [index],
    );
  });

  function withCredentialProblems(plannedRows: readonly ReviewRow[]): readonly ReviewRow[] {
    const { credentials } = marks.peek();
    if (credentials.size === 0) return plannedRows;
    return plannedRows.map((row, index) =>
      credentials.has(index) ? { ...row, problem: 'credential', address: null } : row,
    );
  }

  return {
    rows,
    counts,
    shownRows,
    onlyProblems,
    hasSubmitted: computed(() => marks.value.submitted.size > 0),
    isSelected,
    isSubmitted: (rowIndex) => marks.value.submitted.has(rowIndex),
    setRows: (plannedRows) => {
      rows.value = withCredentialProblems(plannedRows);
    },
    moveRows: (moves) =>
      changeMarks((next) => {
        const moved = (set: ReadonlySet<number>) => new Set([...set].flatMap((index) => moves.get(index) ?? []));
        next.submitted = moved(next.submitted);
        next.credentials = moved(next.credentials);
        next.chosen = applyMoves(next.chosen, moves);
      }),
    clear() {
      marks.value = noMarks();
      onlyProblems.value = false;
      rows.value = [];
    },
    setOnlyProblems(isFiltered) {
      onlyProblems.value = isFiltered;
    },
    toggle(rowIndex) {
      const isChosen = !isSelected(rowIndex);
      changeMarks(({ chosen }) => chosen.set(rowIndex, isChosen));
    },
    selectAll: (isChosen) =>
      changeMarks(({ chosen }) => {
        for (const [index, { problem }] of rows.peek().entries()) if (problem === null) chosen.set(index, isChosen);
      }),
    selectedRows: () => [...rows.peek().keys()].filter(isSelected),
    markSubmitted: (rowIndexes) =>
      changeMarks(({ submitted, credentials }) => {
        for (const index of rowIndexes) if (!credentials.has(index)) submitted.add(index);
      }),
    markCredentials(rowIndexes) {
      changeMarks(({ credentials }) => {
        for (const index of rowIndexes) credentials.add(index);
      });
      rows.value = withCredentialProblems(rows.peek());
    },
  };
}
