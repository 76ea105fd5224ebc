/**
 * Returns a function that runs `work`, never twice at the same time. Calls during a run share one more run after it, so
 * that every caller sees a run that began after its call. The returned promise resolves when no run is left to do. It
 * rejects with whatever the work throws.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isRequested = false;

  async function run(): Promise<void> {
    try {
      while (isRequested) {
        isRequested = false;
        await work();
      }
    } finally {
      // Nothing is awaited between the last check of `isRequested` and this line, so no call in between is forgotten.
      running = undefined;
    }
  }

  return () => {
    isRequested = true;
    running ??= run();
    return running;
  };
}
