/** The calls that hang or are delayed. */
export interface HeldCalls {
  /** Waits for `ms`, which may be infinite. Resolves to true if the call is to be answered, to false if it is to be dropped. */
  hold: (ms: number) => Promise<boolean>;
  /** Ends all waiting; the calls are answered. */
  release: () => void;
  /** Ends all waiting; the calls are dropped. */
  drop: () => void;
}

export function createHeldCalls(): HeldCalls {
  const waiting = new Set<(isAnswered: boolean) => void>();
  const endAll = (isAnswered: boolean) => {
    for (const end of [...waiting]) end(isAnswered);
  };

  return {
    hold(ms) {
      return new Promise((resolve) => {
        const end = (isAnswered: boolean) => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve(isAnswered);
        };
        const timer = Number.isFinite(ms) ? setTimeout(end, ms, true) : undefined;
        waiting.add(end);
      });
    },
    release: () => endAll(true),
    drop: () => endAll(false),
  };
}
