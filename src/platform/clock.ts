/** Returns the time in unix ms. */
export const now = (): number => Date.now();

/** Returns a random number from 0 up to 1. */
export const random = (): number => Math.random();

/** Returns a new id for a stored record. */
export const newId = (): string => crypto.randomUUID();

/** Resolves after a time in ms. Use it for seconds at most, because the worker may be terminated meanwhile. */
export const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
