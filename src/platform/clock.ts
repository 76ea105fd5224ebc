/** Unix time in ms. */
export const now = (): number => Date.now();

/** A new id for a stored thing. */
export const newId = (): string => crypto.randomUUID();
