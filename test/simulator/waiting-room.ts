/** Where calls wait that hang or are delayed. */
export interface WaitingRoom {
  /** Waits for `ms` (without end where infinite): true to go on, false to drop the call. */
  wait: (ms: number) => Promise<boolean>;
  release: () => void;
  drop: () => void;
}

export function createWaitingRoom(): WaitingRoom {
  const waiting = new Set<(goOn: boolean) => void>();
  const end = (goOn: boolean) => {
    for (const leave of [...waiting]) leave(goOn);
  };

  return {
    wait(ms) {
      return new Promise((resolve) => {
        const leave = (goOn: boolean) => {
          clearTimeout(timer);
          waiting.delete(leave);
          resolve(goOn);
        };
        const timer = Number.isFinite(ms) ? setTimeout(leave, ms, true) : undefined;
        waiting.add(leave);
      });
    },
    release: () => end(true),
    drop: () => end(false),
  };
}
