/** How many rows Page Up and Page Down go. */
const pageLength = 8;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** A place in the grid: the row's index, and which of its stops. */
export interface GridPlace {
  row: number;
  stop: number;
}

/**
 * Where a key leads in a grid, or null for what it does elsewhere.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#keyboardinteraction-datagrids
 * @param stops how many stops the row has @param rows how many rows there are
 */
export function placeFor(pressed: Pressed, { row, stop }: GridPlace, stops: number, rows: number): GridPlace | null {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (altKey || metaKey) return null;
  const to = (index: number, at = stop): GridPlace => ({
    row: Math.max(0, Math.min(rows - 1, index)),
    stop: Math.max(0, Math.min(stops - 1, at)),
  });
  if (key === 'Home') return ctrlKey ? to(0, 0) : to(row, 0);
  if (key === 'End') return ctrlKey ? to(rows - 1, stops - 1) : to(row, stops - 1);
  if (ctrlKey) return null;
  if (key === 'ArrowDown') return to(row + 1);
  if (key === 'ArrowUp') return to(row - 1);
  if (key === 'PageDown') return to(row + pageLength);
  if (key === 'PageUp') return to(row - pageLength);
  if (key === 'ArrowRight') return to(row, stop + 1);
  return key === 'ArrowLeft' ? to(row, stop - 1) : null;
}
