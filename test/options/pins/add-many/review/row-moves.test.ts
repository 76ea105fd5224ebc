import { describe, expect, it } from 'vitest';
import { applyMoves, rowMoves } from '../../../../../src/options/pins/add-many/review/row-moves.ts';

const row = (lineNumber: number, message: string) => ({ lineNumber, message });

describe('a table that is read anew', () => {
  it('rows of a table that was read again are found by their line and message', () => {
    const before = [row(2, 'a'), row(3, 'b'), row(4, 'c'), row(4, 'd')];
    const after = [row(3, 'b'), row(4, 'd'), row(4, 'c'), row(2, 'other')];
    expect([...rowMoves(before, after)]).toEqual([
      [1, 0],
      [2, 2],
      [3, 1],
    ]);
  });

  it('values move with their rows, and those of removed rows are dropped', () =>
    expect([...applyMoves(new Map([...[[0, 'first'] as const, [5, 'gone'] as const]]), new Map([[0, 3]]))]).toEqual([
      [3, 'first'],
    ]));
});
