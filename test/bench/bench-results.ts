import * as v from 'valibot';

const limit = v.object({
  figure: v.picklist(['ratio', 'work']),
  bound: v.picklist(['at most', 'at least']),
  value: v.number(),
});

const comparisonResult = v.object({
  name: v.string(),
  unit: v.string(),
  limit: v.optional(limit),
  /** The number of measured pairs, without the discarded ones. */
  rounds: v.number(),
  /** The median of Pushpin's figures, in `unit`. */
  work: v.number(),
  /** The median of the figures beside it, in `unit`. */
  beside: v.number(),
  /** The median of the ratios of the pairs, which is not the ratio of the medians. */
  ratio: v.number(),
  /** Half of the ratios lie between these two. */
  lowerQuartile: v.number(),
  upperQuartile: v.number(),
});

const rowResult = v.object({
  number: v.number(),
  work: v.string(),
  beside: v.string(),
  comparisons: v.array(comparisonResult),
});

const machine = v.object({
  cpu: v.string(),
  cores: v.number(),
  /** In GB. */
  memory: v.number(),
  system: v.string(),
  node: v.string(),
  chromium: v.string(),
  /** The load average of the minute before the run. Near the number of cores, other programs distort the results. */
  load: v.number(),
});

/** A limit that is known to be missed, and how far it may be missed before the bench fails. Written by hand. */
const shortfall = v.object({
  row: v.number(),
  comparison: v.string(),
  upTo: v.number(),
  reason: v.string(),
});

/** The content of docs/bench.json. */
export const benchResults = v.object({
  /** The commit that was measured, with “+” after it if files were changed since. */
  commit: v.string(),
  /** The day in UTC, as 2026-01-31. */
  date: v.string(),
  machine,
  rows: v.array(rowResult),
  shortfalls: v.array(shortfall),
});

export type ComparisonResult = v.InferOutput<typeof comparisonResult>;
export type RowResult = v.InferOutput<typeof rowResult>;
export type Machine = v.InferOutput<typeof machine>;
export type Shortfall = v.InferOutput<typeof shortfall>;
export type BenchResults = v.InferOutput<typeof benchResults>;
