import { describe, expect, it } from 'vitest';
import { moved, movedPlaces } from '../../../../../src/options/pins/add-many/review/moved-rows.ts';

const row = (line: number, message: string) => ({ line, message });

describe('a table that is read anew', () => {
  it('has its rows found by their line and message', () => {
    const before = [row(2, 'a'), row(3, 'b'), row(4, 'c'), row(4, 'd')];
    const after = [row(3, 'b'), row(4, 'd'), row(4, 'c'), row(2, 'other')];
    expect([...movedPlaces(before, after)]).toEqual([
      [1, 0],
      [2, 2],
      [3, 1],
    ]);
  });

  it('takes along what is known of rows that are still there', () =>
    expect([...moved(new Map([...[[0, 'first'] as const, [5, 'gone'] as const]]), new Map([[0, 3]]))]).toEqual([
      [3, 'first'],
    ]));
});
