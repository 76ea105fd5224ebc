import { type ReadonlySignal, signal } from '@preact/signals';
import { applyMoves } from '../review/row-moves';
import type { RowEdit } from './row-edit';

/** The fields of a row that can be edited. */
export type RowField = 'chat' | 'account' | 'action' | 'duration';

/** The editor that is open in the review. */
export interface OpenEditor {
  rowIndex: number;
  /** The field that gets the focus first. */
  field: RowField;
  /** Whether the user pressed something that has to wait until the editor is closed. */
  isReminded: boolean;
}

/** The edits of all rows by their indexes, and the editor that is open. */
export interface RowEdits {
  edits: ReadonlySignal<ReadonlyMap<number, RowEdit>>;
  openEditor: ReadonlySignal<OpenEditor | null>;
  /** Opens the editor of a row, unless another one is open. */
  open(rowIndex: number, field: RowField): void;
  close(): void;
  /**
   * Reminds the user of an open editor, whose changes are neither kept nor dropped yet. Returns whether an editor is
   * open.
   */
  remindOfEditor(): boolean;
  /** Merges changes into the edits, by row index. A field that is `undefined` takes the value of its cell again. */
  change(changes: ReadonlyMap<number, RowEdit>): void;
  /** Moves the edits to the new indexes of their rows. */
  move(moves: ReadonlyMap<number, number>): void;
  clear(): void;
}

export function createRowEdits(): RowEdits {
  const edits = signal<ReadonlyMap<number, RowEdit>>(new Map());
  const openEditor = signal<OpenEditor | null>(null);

  function remindOfEditor(): boolean {
    const editor = openEditor.peek();
    if (editor) openEditor.value = { ...editor, isReminded: true };
    return editor !== null;
  }

  return {
    edits,
    openEditor,
    remindOfEditor,
    open(rowIndex, field) {
      if (!remindOfEditor()) openEditor.value = { rowIndex, field, isReminded: false };
    },
    close() {
      openEditor.value = null;
    },
    change(changes) {
      const next = new Map(edits.peek());
      for (const [index, change] of changes) next.set(index, { ...next.get(index), ...change });
      edits.value = next;
    },
    move(moves) {
      if (edits.peek().size > 0) edits.value = applyMoves(edits.peek(), moves);
    },
    clear() {
      edits.value = new Map();
      openEditor.value = null;
    },
  };
}
