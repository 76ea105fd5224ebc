import type { ComponentChildren } from 'preact';
import { t } from '../../../../words/t';
import type { RowEdit } from '../editing/row-edit';
import type { RowField } from '../editing/row-edits';
import type { CommonChoices } from './common-choices';
import {
  accountCell,
  actionCell,
  chatCell,
  durationCell,
  editCell,
  hasQuestion,
  isEditable,
  problemCell,
  selectCell,
} from './review-cells';
import type { ReviewRow } from './review-row';

/** A row with the state that the table shows for it. */
export interface ShownRow {
  row: ReviewRow;
  rowIndex: number;
  isSelected: boolean;
  choices: CommonChoices;
  edit: RowEdit;
  onToggle(): void;
  onEdit(field: RowField): void;
  onChange(change: RowEdit): void;
}

/** The attributes of a cell or its control in the grid. Arrow keys reach every cell, Tab only one of them. */
export interface GridStop {
  tabIndex: number;
  'data-column': string;
}

export interface ReviewColumn {
  key: string;
  head: () => string;
  class: string;
  /** The field that Enter and F2 open in the editor. */
  field?: RowField;
  /** Whether the cell has a control, which takes the focus instead of the cell. */
  hasControl?: (shown: ShownRow) => boolean;
  /** Returns null or an empty text for an empty cell. */
  cell: (shown: ShownRow, stop: GridStop) => ComponentChildren;
}

/** The columns of the review in their order. Their widths are set by class in the style sheet. */
export const reviewColumns: readonly ReviewColumn[] = [
  { key: 'row', head: () => t('review_row'), class: 'cell-row', hasControl: () => true, cell: selectCell },
  { key: 'message', head: () => t('message_label'), class: 'cell-message', cell: ({ row }) => row.message },
  { key: 'chat', head: () => t('chat_label'), class: 'cell-chat', field: 'chat', cell: chatCell },
  { key: 'account', head: () => t('account_label'), class: 'cell-account', field: 'account', cell: accountCell },
  { key: 'action', head: () => t('review_action_label'), class: 'cell-action', field: 'action', cell: actionCell },
  { key: 'duration', head: () => t('review_duration'), class: 'cell-duration', field: 'duration', cell: durationCell },
  {
    key: 'problem',
    head: () => t('review_problem'),
    class: 'cell-problem',
    hasControl: ({ row }) => hasQuestion(row),
    cell: problemCell,
  },
  {
    key: 'edit',
    head: () => t('edit_button'),
    class: 'cell-edit',
    hasControl: ({ row }) => isEditable(row),
    cell: editCell,
  },
];
