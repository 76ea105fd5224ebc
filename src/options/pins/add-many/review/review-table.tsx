import './review-table.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { RowEditor } from '../editing/row-editor';
import { useRowWindow } from '../use-row-window';
import { placeFor } from './grid-keys';
import { fieldOf, isMendable, reviewColumns, type ShownRow } from './review-columns';
import type { ReviewRow } from './review-row';

/**
 * The rows under review, as one Tab stop with arrow keys inside; where there is no room for columns, as cards.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function ReviewTable({ state }: { state: AddManyState }) {
  const { review, editing, choices } = state;
  const { rows, shown } = review;
  const places = shown.value;
  const count = places?.length ?? rows.value.length;
  const placeOf = (index: number): number => places?.[index] ?? index;
  const indexOf = (place: number): number => (places ? places.indexOf(place) : place);
  const open = editing.value;
  const focus = useGridFocus(count);
  // Looked up once for all the cards.
  const heads = useMemo(() => reviewColumns.map(({ head }) => head()), []);
  const window = useRowWindow(count, [focus.row, ...(open ? [indexOf(open.place)] : [])]);

  const shownRow = (row: ReviewRow, index: number): ShownRow => {
    const place = placeOf(index);
    return {
      row,
      place,
      isTaken: review.isTaken(place),
      choices: choices.value,
      edit: state.editOf(place),
      onToggle: () => review.toggle(place),
      onEdit: (field) => state.edit(place, field),
      onMend: (change) => state.mend(new Map([[place, change]])),
    };
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const stop = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const row = stop?.closest<HTMLElement>('[data-index]');
    if (!stop || !row) return;
    const index = Number(row.dataset.index);
    const reviewed = rows.value[placeOf(index)];
    const column = reviewColumns.find(({ key }) => key === stop.dataset.column);
    const opens = event.key === 'F2' || (event.key === 'Enter' && stop.tagName === 'TD');
    if (opens && reviewed) {
      event.preventDefault();
      if (isMendable(reviewed)) state.edit(placeOf(index), column?.field ?? fieldOf(reviewed));
      return;
    }
    const stops = [...row.querySelectorAll<HTMLElement>('[data-column]')];
    const to = placeFor(event, { row: index, stop: stops.indexOf(stop) }, stops.length, count);
    if (!to) return;
    event.preventDefault();
    if (to.row === index) stops[to.stop]?.focus();
    else focus.go(to.row, stops[to.stop]?.dataset.column ?? 'row');
  };

  if (count === 0) {
    return (
      <p ref={focus.none} tabIndex={-1} class="soft rows-none">
        {t('review_none')}
      </p>
    );
  }
  return (
    <div class="review-rows" ref={window.scroller} onScroll={window.onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that is walked by arrow keys.
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
                <span class={key === 'edit' ? 'hidden' : ''}>{heads[index]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {window.drawn.map(({ index, gap }) => {
            const place = placeOf(index);
            const row = rows.value[place];
            return (
              row && [
                gap > 0 && <Gap key={`before ${place}`} height={gap} />,
                open?.place === place ? (
                  <EditedRow key={place} index={index} row={row} state={state} onEnd={() => focus.go(index, 'edit')} />
                ) : (
                  <Row
                    key={place}
                    index={index}
                    shown={shownRow(row, index)}
                    isAt={index === focus.row}
                    at={focus.column}
                    heads={heads}
                  />
                ),
              ]
            );
          })}
          {window.rest > 0 && <Gap height={window.rest} />}
        </tbody>
      </table>
    </div>
  );
}

/** Which row and which of its columns Tab comes to, and what brings the focus there. */
function useGridFocus(count: number) {
  const [at, setAt] = useState({ row: 0, column: 'row' });
  const grid = useRef<HTMLTableElement>(null);
  /** What stands there where there is no row. */
  const none = useRef<HTMLParagraphElement>(null);
  const last = useRef<HTMLElement | null>(null);
  const wanted = useRef(false);
  const row = Math.min(at.row, count - 1);

  useLayoutEffect(() => {
    // A row that is gone, because it is mended or its editor is closed, must not take the focus with it.
    const isLost = last.current !== null && !last.current.isConnected && document.activeElement === document.body;
    if (!wanted.current && !isLost) return;
    const line = grid.current?.querySelector(`[data-index="${row}"]`);
    const stop = line?.querySelector<HTMLElement>(`[data-column="${at.column}"]`);
    const next = stop ?? line?.querySelector<HTMLElement>('input, select, button') ?? none.current;
    if (!next) return;
    wanted.current = false;
    next.focus({ preventScroll: true });
    next.closest('[data-index]')?.scrollIntoView({ block: 'nearest' });
  });

  return {
    grid,
    none,
    row,
    column: at.column,
    go(to: number, column: string) {
      wanted.current = true;
      setAt({ row: to, column });
    },
    onFocusIn(event: FocusEvent) {
      const target = event.target as HTMLElement;
      last.current = target;
      const { column } = target.dataset;
      const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
      if (column && index) setAt({ row: Number(index), column });
    },
  };
}

/** Where rows are not drawn. */
const Gap = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row has no focus.
  <tr aria-hidden="true" class="gap" style={{ height: `${height}px` }} />
);

interface RowProps {
  index: number;
  shown: ShownRow;
  /** Whether Tab comes to this row. */
  isAt: boolean;
  /** The column that it comes to. */
  at: string;
  /** What the columns are called. */
  heads: readonly string[];
}

function Row({ index, shown, isAt, at, heads }: RowProps) {
  const { row, isTaken } = shown;
  return (
    <tr aria-rowindex={index + 2} data-index={index} class={isTaken ? '' : 'out'}>
      {reviewColumns.map(({ key, class: name, cell, hasControl }, column) => {
        const isControl = hasControl?.(shown) ?? false;
        const stop = { tabIndex: isAt && key === at ? 0 : -1, 'data-column': key };
        const content = cell(shown, stop);
        const isEmpty = content === '' || content === null;
        return (
          <td
            key={key}
            class={`${name}${isEmpty ? ' empty' : ''}${key === 'problem' && row.problem ? ' wrong' : ''}`}
            {...(isControl ? {} : stop)}
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

function EditedRow({ index, row, state, onEnd }: EditedRowProps) {
  return (
    <tr aria-rowindex={index + 2} data-index={index} class="editing">
      <td colSpan={reviewColumns.length}>
        <RowEditor row={row} state={state} onEnd={onEnd} />
      </td>
    </tr>
  );
}
