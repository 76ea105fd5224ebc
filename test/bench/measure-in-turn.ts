import { setTimeout as sleep } from 'node:timers/promises';
import type { Pair } from './bench-row.ts';

/** Does something once and returns its figure, such as how long it took in ms. */
export type Measure = () => Promise<number> | number;

interface Rounds {
  rounds: number;
  /**
   * The number of first pairs to leave out, because they include work that is done once, such as loading and compiling.
   */
  discardedRounds?: number;
  /** A pause before each measurement, in ms, in which work that the measurement before has started can end. */
  pauseMs?: number;
}

/** Measures two things in turn, so that both meet the same state of the machine. */
export async function measureInTurn(work: Measure, beside: Measure, options: Rounds): Promise<Pair[]> {
  const { rounds, discardedRounds = 1, pauseMs = 0 } = options;
  const measure = async (figure: Measure) => {
    await sleep(pauseMs);
    return figure();
  };
  const pairs: Pair[] = [];
  for (let round = 0; round < discardedRounds + rounds; round += 1) {
    pairs.push({ work: await measure(work), beside: await measure(beside) });
  }
  return pairs.slice(discardedRounds);
}
