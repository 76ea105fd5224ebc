export interface LatestOnly {
  /** Resolves with the answer, or with null when another call or `drop` came before the answer. A rejection is passed on. */
  <T extends object>(answer: Promise<T>): Promise<T | null>;
  /** Drops the answer that is still awaited. */
  drop(): void;
}

/** Creates a function that awaits answers and keeps only the answer to its latest call. */
export function createLatestOnly(): LatestOnly {
  let latest: Promise<object> | null = null;
  async function latestOnly<T extends object>(answer: Promise<T>): Promise<T | null> {
    latest = answer;
    const value = await answer;
    return latest === answer ? value : null;
  }
  return Object.assign(latestOnly, {
    drop() {
      latest = null;
    },
  });
}
