import fc from 'fast-check';
import { seed } from '../seed.ts';

const { RUNS } = process.env;

// fast-check itself names the seed of a case that fails.
fc.configureGlobal({ seed, ...(RUNS ? { numRuns: Number(RUNS) } : {}) });
