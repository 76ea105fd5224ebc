/** Does one thing and gives back how long it took, in ms. */
export type Measure = () => Promise<number>;

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Measures two things in turns, after a round that does not count, and prints the median of their ratios. */
export async function compare(name: string, rounds: number, one: Measure, other: Measure): Promise<void> {
  await one();
  await other();
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push([await one(), await other()]);
  const ratio = middle(pairs.map(([a, b]) => a / b));
  const [a, b] = [middle(pairs.map((pair) => pair[0])), middle(pairs.map((pair) => pair[1]))];
  console.log(`${name}: ${ratio.toFixed(1)} (${a.toFixed(1)} ms / ${b.toFixed(1)} ms, ${rounds} rounds)`);
}

/** How long some work takes. */
export async function time(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
