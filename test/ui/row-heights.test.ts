import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowHeights } from '../../src/ui/row-heights.ts';

describe('the heights of rows', () => {
  it('a row that has not been measured has the estimated height', () => {
    const rows = createRowHeights(100_000, 40);
    expect(rows.offsetOf(99_999)).toBe(3_999_960);
    expect(rows.indexAt(3_999_961)).toBe(99_999);
  });

  it('measuring a row tells whether its height has changed', () => {
    const rows = createRowHeights(3, 40);
    expect([rows.measure(1, 40), rows.measure(1, 60), rows.measure(1, 60), rows.measure(1, 40)]).toEqual([
      ...[false, true, false, true],
    ]);
  });

  it('the offsets equal the sums of the heights, whichever rows are measured in whichever order', () => {
    const measures = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 300 })), { maxLength: 80 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 41 }), measures, fc.nat(4_000), (count, all, offset) => {
        const rows = createRowHeights(count, 40);
        const plain = Array.from({ length: count }, () => 40);
        for (const [row, height] of all) {
          if (row >= count) continue;
          rows.measure(row, height);
          plain[row] = height;
        }
        const above = (row: number) => plain.slice(0, row).reduce((sum, height) => sum + height, 0);
        for (let row = 0; row <= count; row += 1) expect(rows.offsetOf(row)).toBe(above(row));
        const index = plain.findIndex((_, row) => above(row + 1) > offset);
        expect(rows.indexAt(offset)).toBe(index < 0 ? count - 1 : index);
      }),
    );
  });
});
