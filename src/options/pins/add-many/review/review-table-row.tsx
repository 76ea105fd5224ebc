import type { AddManyState } from '../add-many-state';
import { RowEditor } from '../editing/row-editor';
import { reviewColumns, type ShownRow } from './review-columns';
import type { ReviewRow } from './review-row';

interface RowProps {
  /** The index among the shown rows. */
  index: number;
  shown: ShownRow;
  /** The column that Tab moves to; null if Tab does not move to this row. */
  tabColumn: string | null;
  /** The names of the columns. */
  heads: readonly string[];
}

/** A row under review. */
export function ReviewTableRow({ index, shown, tabColumn, heads }: RowProps) {
  return (
    <tr aria-rowindex={index + 2} data-index={index} class={shown.isSelected ? '' : 'out'}>
      {reviewColumns.map(({ key, class: name, cell, hasControl }, column) => {
        const stop = { tabIndex: key === tabColumn ? 0 : -1, 'data-column': key };
        const content = cell(shown, stop);
        const isEmpty = content === '' || content === null;
        const isWrong = key === 'problem' && shown.row.problem;
        return (
          <td
            key={key}
            class={`${name}${isEmpty ? ' empty' : ''}${isWrong ? ' wrong' : ''}`}
            {...(hasControl?.(shown) ? {} : stop)}
          >
            <span class="cell-label" aria-hidden="true">
              {heads[column]}
            </span>
            <div class="cell">{content}</div>
          </td>
        );
      })}
    </tr>
  );
}

interface EditedRowProps {
  index: number;
  row: ReviewRow;
  state: AddManyState;
  onEnd(): void;
}

/** The row whose editor is open. */
export const EditedRow = ({ index, row, state, onEnd }: EditedRowProps) => (
  <tr aria-rowindex={index + 2} data-index={index} class="editing">
    <td colSpan={reviewColumns.length}>
      <RowEditor row={row} state={state} onEnd={onEnd} />
    </td>
  </tr>
);

/** An empty row as high as the rows in its place that are not drawn. */
export const RowGap = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row has no focus.
  <tr aria-hidden="true" class="gap" style={{ height: `${height}px` }} />
);
