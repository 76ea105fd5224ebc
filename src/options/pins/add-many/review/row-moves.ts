import type { ReviewRow } from './review-row';

type Identified = Pick<ReviewRow, 'lineNumber' | 'message'>;

/**
 * Returns the new indexes of rows after a table was read again, by their earlier indexes. Rows that are gone are left
 * out.
 */
export function rowMoves(before: readonly Identified[], after: readonly Identified[]): ReadonlyMap<number, number> {
  const newIndexes = new Map(after.map((row, index) => [identityOf(row), index]));
  return new Map(
    before.flatMap((row, index): [number, number][] => {
      const newIndex = newIndexes.get(identityOf(row));
      return newIndex === undefined ? [] : [[index, newIndex]];
    }),
  );
}

/** Moves values to the new indexes of their rows. Values of removed rows are dropped. */
export const applyMoves = <T>(values: ReadonlyMap<number, T>, moves: ReadonlyMap<number, number>): Map<number, T> =>
  new Map(
    [...values].flatMap(([index, value]): [number, T][] => {
      const newIndex = moves.get(index);
      return newIndex === undefined ? [] : [[newIndex, value]];
    }),
  );

const identityOf = ({ lineNumber, message }: Identified): string => `${lineNumber} ${message}`;
