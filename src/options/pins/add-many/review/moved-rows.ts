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

/** What is known by place, at the new places. */
export const moved = <T>(known: ReadonlyMap<number, T>, places: ReadonlyMap<number, number>): Map<number, T> =>
  new Map(
    [...known].flatMap(([from, value]): [number, T][] => {
      const place = places.get(from);
      return place === undefined ? [] : [[place, value]];
    }),
  );

const nameOf = ({ line, message }: Pick<ReviewRow, 'line' | 'message'>): string => `${line} ${message}`;
