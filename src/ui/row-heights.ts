/** Where the rows of a long list are, although only those that were drawn are measured: the others are estimated. */
export interface RowHeights {
  /** What the rows before this one take, in px. */
  above(row: number): number;
  /** The row that stands so many px below the top of the list. */
  rowAt(offset: number): number;
  /** Takes the height of a drawn row, in px; whether it is another than was known. */
  measure(row: number, height: number): boolean;
}

/** A Fenwick tree of what the measured rows differ from the estimate by: every question takes some 17 steps at most. */
export function createRowHeights(count: number, estimate: number): RowHeights {
  const sums = new Float64Array(count + 1);
  const heights = new Map<number, number>();
  const widest = 2 ** Math.floor(Math.log2(Math.max(1, count)));

  return {
    above(row) {
      let sum = row * estimate;
      for (let node = row; node > 0; node -= node & -node) sum += sums[node] ?? 0;
      return sum;
    },
    rowAt(offset) {
      let row = 0;
      let rest = offset;
      for (let step = widest; step >= 1; step /= 2) {
        const height = step * estimate + (sums[row + step] ?? 0);
        if (row + step > count || height > rest) continue;
        row += step;
        rest -= height;
      }
      return Math.max(0, Math.min(row, count - 1));
    },
    measure(row, height) {
      const difference = height - (heights.get(row) ?? estimate);
      if (Math.abs(difference) < 0.5) return false;
      heights.set(row, height);
      for (let node = row + 1; node <= count; node += node & -node) sums[node] = (sums[node] ?? 0) + difference;
      return true;
    },
  };
}
