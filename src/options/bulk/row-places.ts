import type { ReviewRow } from './review-row';

/** Where rows are after a table was read anew: the new place by the earlier one, for those that are still there. */
export function movedPlaces(
  before: readonly Pick<ReviewRow, 'line' | 'message'>[],
  after: readonly Pick<ReviewRow, 'line' | 'message'>[],
): ReadonlyMap<number, number> {
  const known = new Map(after.map((row, place) => [nameOf(row), place]));
  return new Map(
    before.flatMap((row, place): [number, number][] => {
      const now = known.get(nameOf(row));
      return now === undefined ? [] : [[place, now]];
    }),
  );
}

const nameOf = ({ line, message }: Pick<ReviewRow, 'line' | 'message'>): string => `${line} ${message}`;
