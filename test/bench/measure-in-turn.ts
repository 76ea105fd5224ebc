import type { Pair } from './bench-row.ts';

/** Does something once and returns its figure, such as how long it took in ms. */
export type Measure = () => Promise<number> | number;

/**
 * Measures two things in turn, so that both meet the same state of the machine. The first pairs are discarded, because
 * they also pay for what is loaded, compiled and connected only once.
 */
export async function measureInTurn(
  work: Measure,
  beside: Measure,
  { rounds, discardedRounds = 1 }: { rounds: number; discardedRounds?: number },
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < discardedRounds + rounds; round += 1) {
    pairs.push({ work: await work(), beside: await beside() });
  }
  return pairs.slice(discardedRounds);
}
