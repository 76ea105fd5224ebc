import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Makes a grid one Tab stop. Remembers the row and the column that Tab moves to, and moves the focus to rows that may
 * have to be drawn first. Rows have `data-index`; their focusable cells and controls have `data-column`.
 */
export function useGridFocus(rowCount: number) {
  const [position, setPosition] = useState({ row: 0, column: 'row' });
  const grid = useRef<HTMLTableElement>(null);
  /** The text that is shown instead of rows if there are none. */
  const emptyText = useRef<HTMLParagraphElement>(null);
  const lastFocused = useRef<HTMLElement | null>(null);
  const isMoving = useRef(false);
  const row = Math.min(position.row, rowCount - 1);

  useLayoutEffect(() => {
    // A focused row disappears when it becomes ready or its editor closes, and the focus moves to another row.
    const isLost =
      lastFocused.current !== null && !lastFocused.current.isConnected && document.activeElement === document.body;
    if (!isMoving.current && !isLost) return;
    const line = grid.current?.querySelector(`[data-index="${row}"]`);
    const stop = line?.querySelector<HTMLElement>(`[data-column="${position.column}"]`);
    const target = stop ?? line?.querySelector<HTMLElement>('input, select, button') ?? emptyText.current;
    if (!target) return;
    isMoving.current = false;
    target.focus({ preventScroll: true });
    target.closest('[data-index]')?.scrollIntoView({ block: 'nearest' });
  });

  return {
    grid,
    emptyText,
    row,
    column: position.column,
    moveTo(newRow: number, column: string) {
      isMoving.current = true;
      setPosition({ row: newRow, column });
    },
    onFocusIn(event: FocusEvent) {
      const target = event.target as HTMLElement;
      lastFocused.current = target;
      const { column } = target.dataset;
      const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
      if (column && index) setPosition({ row: Number(index), column });
    },
  };
}
