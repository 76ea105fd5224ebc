import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Simulator, startSimulator } from './index.ts';

/** One simulator for all tests of a file, started before the first and reset after each. */
export function useSimulator(): () => Simulator {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.reset());
  afterAll(() => simulator.close());
  return () => simulator;
}
