/** Unix time in ms. */
export const now = (): number => Date.now();

/** Anything from 0 to 1. */
export const random = (): number => Math.random();

/** A new id for a stored thing. */
export const newId = (): string => crypto.randomUUID();

/** Lets some time pass, in ms: seconds at most, as a worker may be ended meanwhile. */
export const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
