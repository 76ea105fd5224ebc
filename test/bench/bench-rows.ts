import type { BenchRow } from './bench-row.ts';

/** All rows of the bench, in the order of their numbers. */
export const benchRows: readonly BenchRow[] = [];
