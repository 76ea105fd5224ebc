import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Simulator, startSimulator } from './index.ts';

/** Starts one simulator for all tests of a file and resets it after each test. */
export function useSimulator(): () => Simulator {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.reset());
  afterAll(() => simulator.close());
  return () => simulator;
}
