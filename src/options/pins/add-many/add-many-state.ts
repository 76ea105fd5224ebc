import type { ReadonlySignal } from '@preact/signals';
import type { AccountView } from '../../../accounts/account';
import type { RowEdit } from './editing/row-edit';
import type { OpenEditor, RowField } from './editing/row-edits';
import type { ColumnRole } from './reading/column-roles';
import type { Source } from './reading/source';
import type { SourceReader } from './reading/source-reader';
import type { CommonChoices, CommonChoicesState } from './review/common-choices';
import type { ReviewState } from './review/review-state';
import type { Submission } from './submission';

/** The steps of Add many. `submitting`: rows go to the worker; `stopped`: submitting failed and can be continued. */
export type Step = 'closed' | 'open' | 'reading' | 'review' | 'submitting' | 'stopped';

export interface AddManyState
  extends Pick<SourceReader, 'progress' | 'columns'>,
    Pick<CommonChoicesState, 'choices' | 'chatForAll' | 'countries'> {
  step: ReadonlySignal<Step>;
  /** The name of the file; empty for a pasted text. */
  name: ReadonlySignal<string>;
  readResult: SourceReader['result'];
  accounts: ReadonlySignal<AccountView[]>;
  review: ReviewState;
  openEditor: ReadonlySignal<OpenEditor | null>;
  submission: Submission['progress'];
  /** Whether rows are read, planned or submitted, so that nothing can be started now. */
  isBusy: ReadonlySignal<boolean>;
  /** Whether submitting is under way or has stopped: choices and rows can no longer be changed. */
  isSubmitting: ReadonlySignal<boolean>;
  /** Whether the table under review is being read again. */
  isRereading: ReadonlySignal<boolean>;
  open(): void;
  close(): void;
  read(source: Source, name: string): void;
  /** Reads the table again with another role for one column. Returns false if this is not possible now. */
  setRole(column: number, role: ColumnRole): boolean;
  setChoices(change: Partial<CommonChoices>): void;
  /** Opens the editor of a row, unless another one is open. */
  openEditorFor(rowIndex: number, field: RowField): void;
  closeEditor(): void;
  /** Edits rows, by their indexes. A field that is `undefined` takes the value of its cell again. */
  changeRows(changes: ReadonlyMap<number, RowEdit>): void;
  editOf(rowIndex: number): RowEdit;
  /** Submits all selected rows, or continues after a failure. */
  start(): Promise<void>;
}
