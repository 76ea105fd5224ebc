/** Does something once and returns how long it took, in ms. */
export type Measure = () => Promise<number>;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Measures two things alternately, after one warm-up of each, and prints the medians of the two times and of their ratio. */
export async function compare(name: string, rounds: number, first: Measure, second: Measure): Promise<void> {
  await first();
  await second();
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push([await first(), await second()]);
  const ratio = median(pairs.map(([a, b]) => a / b));
  const [a, b] = [median(pairs.map((pair) => pair[0])), median(pairs.map((pair) => pair[1]))];
  console.log(`${name}: ${ratio.toFixed(1)} (${a.toFixed(1)} ms / ${b.toFixed(1)} ms, ${rounds} rounds)`);
}

/** Returns how long the work takes, in ms. */
export async function time(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
