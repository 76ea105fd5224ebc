/** Two figures that were measured directly after each other: that of Pushpin, and that of the thing it is compared with. */
export interface Pair {
  work: number;
  beside: number;
}

/** The bound to reach: for the median of the ratios `work / beside`, or for the median of Pushpin's own figures. */
export interface Limit {
  figure: 'ratio' | 'work';
  bound: 'at most' | 'at least';
  value: number;
}

export const atMost = (value: number, figure: Limit['figure'] = 'ratio'): Limit => ({
  figure,
  bound: 'at most',
  value,
});
export const atLeast = (value: number, figure: Limit['figure'] = 'ratio'): Limit => ({
  figure,
  bound: 'at least',
  value,
});

/** One line of the results. A comparison without a limit is only shown. */
export interface Comparison {
  /** Names the comparison within its row, such as “10 000 pins, popup open”. */
  name: string;
  /** The unit of both figures of a pair, such as “ms” or “kB”. */
  unit: string;
  limit?: Limit;
  pairs: readonly Pair[];
}

/** The folders with the builds that are measured. For a self-test they are copies, which `slowDown` may change. */
export interface Builds {
  /** The built extension, as `npm run package` zips it. */
  pushpin: string;
  /** An extension of empty Preact pages and an empty worker, built by the same toolchain. */
  emptyExtension: string;
  /** Holds `reader.mjs`, which exports `findReferences` of src/references as the same toolchain builds it. */
  reader: string;
}

/** One row of the bench. */
export interface BenchRow {
  number: number;
  /** The work of Pushpin, in words. */
  work: string;
  /** The thing that does only what is unavoidable for the same work, in words. */
  beside: string;
  /** Measures everything of the row, and closes whatever it has opened. */
  measure(builds: Builds): Promise<Comparison[]>;
  /** Makes a copy of the builds so much slower that every limit of the row is missed. */
  slowDown(builds: Builds): Promise<void>;
}
