/** The number of rows that Page Up and Page Down move by. */
const pageLength = 8;

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** A position in the grid: the index of a row, and the index of a focusable cell or control in that row. */
export interface GridPosition {
  row: number;
  stop: number;
}

/**
 * Returns the position that a key moves to in a grid; null for keys that do not move.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#keyboardinteraction-datagrids
 */
export function gridTarget(
  { key, ctrlKey, metaKey, altKey }: Keys,
  { row, stop }: GridPosition,
  stopCount: number,
  rowCount: number,
): GridPosition | null {
  if (altKey || metaKey) return null;
  const to = (rowIndex: number, stopIndex = stop): GridPosition => ({
    row: Math.max(0, Math.min(rowCount - 1, rowIndex)),
    stop: Math.max(0, Math.min(stopCount - 1, stopIndex)),
  });
  if (key === 'Home') return ctrlKey ? to(0, 0) : to(row, 0);
  if (key === 'End') return ctrlKey ? to(rowCount - 1, stopCount - 1) : to(row, stopCount - 1);
  if (ctrlKey) return null;
  if (key === 'ArrowDown') return to(row + 1);
  if (key === 'ArrowUp') return to(row - 1);
  if (key === 'PageDown') return to(row + pageLength);
  if (key === 'PageUp') return to(row - pageLength);
  if (key === 'ArrowRight') return to(row, stop + 1);
  return key === 'ArrowLeft' ? to(row, stop - 1) : null;
}
