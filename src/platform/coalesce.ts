/**
 * A function that has the work done: never twice at the same time, and once more where it is asked for meanwhile, so that
 * whoever asks has it done after that. Resolves when nobody has asked any more; what the work throws goes to all who wait.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  async function run(): Promise<void> {
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      // In the same moment as the last look at `again`: were it any later, who asks in between would be forgotten.
      running = undefined;
    }
  }

  return () => {
    again = true;
    running ??= run();
    return running;
  };
}
