import './review-table.css';
import { useMemo } from 'preact/hooks';
import { useRowWindow } from '../../../../ui/use-row-window';
import { t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { gridTarget } from './grid-keys';
import { fieldToEdit, isEditable } from './review-cells';
import { reviewColumns, type ShownRow } from './review-columns';
import type { ReviewRow } from './review-row';
import { EditedRow, ReviewTableRow, RowGap } from './review-table-row';
import { useGridFocus } from './use-grid-focus';

/** The height of a row of one line, in px. */
const estimatedRowHeight = 40;

/**
 * The rows under review as a grid: one Tab stop, arrow keys inside. Without room for columns, each row becomes a card.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function ReviewTable({ state }: { state: AddManyState }) {
  const { review, openEditor, choices } = state;
  const { rows, shownRows } = review;
  const rowsToShow = shownRows.value;
  const count = rowsToShow?.length ?? rows.value.length;
  const rowIndexOf = (index: number): number => rowsToShow?.[index] ?? index;
  const editor = openEditor.value;
  const editedIndex = editor && (rowsToShow ? rowsToShow.indexOf(editor.rowIndex) : editor.rowIndex);
  const focus = useGridFocus(count);
  const heads = useMemo(() => reviewColumns.map(({ head }) => head()), []);
  const window = useRowWindow(count, {
    kept: editedIndex === null ? [focus.row] : [focus.row, editedIndex],
    estimatedHeight: estimatedRowHeight,
  });

  const shownRow = (row: ReviewRow, rowIndex: number): ShownRow => ({
    row,
    rowIndex,
    isSelected: review.isSelected(rowIndex),
    choices: choices.value,
    edit: state.editOf(rowIndex),
    onToggle: () => review.toggle(rowIndex),
    onEdit: (field) => state.openEditorFor(rowIndex, field),
    onChange: (change) => state.changeRows(new Map([[rowIndex, change]])),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const stop = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const line = stop?.closest<HTMLElement>('[data-index]');
    if (!stop || !line) return;
    const index = Number(line.dataset.index);
    const row = rows.value[rowIndexOf(index)];
    const opensEditor = event.key === 'F2' || (event.key === 'Enter' && stop.tagName === 'TD');
    if (opensEditor && row) {
      event.preventDefault();
      const column = reviewColumns.find(({ key }) => key === stop.dataset.column);
      if (isEditable(row)) state.openEditorFor(rowIndexOf(index), column?.field ?? fieldToEdit(row));
      return;
    }
    const stops = [...line.querySelectorAll<HTMLElement>('[data-column]')];
    const target = gridTarget(event, { row: index, stop: stops.indexOf(stop) }, stops.length, count);
    if (!target) return;
    event.preventDefault();
    if (target.row === index) stops[target.stop]?.focus();
    else focus.moveTo(target.row, stops[target.stop]?.dataset.column ?? 'row');
  };

  if (count === 0) {
    return (
      <p ref={focus.emptyText} tabIndex={-1} class="soft rows-none">
        {t('review_none')}
      </p>
    );
  }
  return (
    <div class="review-rows" ref={window.scroller} onScroll={window.onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are reached by the arrow keys.
        role="grid"
        ref={focus.grid}
        aria-labelledby="review-title"
        aria-rowcount={count + 1}
        aria-colcount={reviewColumns.length}
        onKeyDown={onKeyDown}
        onFocusIn={focus.onFocusIn}
      >
        <thead>
          <tr aria-rowindex={1}>
            {reviewColumns.map(({ key, class: name }, index) => (
              <th key={key} scope="col" class={name}>
                <span class={key === 'edit' ? 'visually-hidden' : ''}>{heads[index]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {window.rows.map(({ index, gap }) => {
            const rowIndex = rowIndexOf(index);
            const row = rows.value[rowIndex];
            return (
              row && [
                gap > 0 && <RowGap key={`before ${rowIndex}`} height={gap} />,
                editor?.rowIndex === rowIndex ? (
                  <EditedRow
                    key={rowIndex}
                    index={index}
                    row={row}
                    state={state}
                    onEnd={() => focus.moveTo(index, 'edit')}
                  />
                ) : (
                  <ReviewTableRow
                    key={rowIndex}
                    index={index}
                    shown={shownRow(row, rowIndex)}
                    tabColumn={index === focus.row ? focus.column : null}
                    heads={heads}
                  />
                ),
              ]
            );
          })}
          {window.gapAfter > 0 && <RowGap height={window.gapAfter} />}
        </tbody>
      </table>
    </div>
  );
}
