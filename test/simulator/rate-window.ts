/** The state of the current window after a request; `resetAt` is unix ms. */
export interface RateReading {
  limit: number;
  remaining: number;
  resetAt: number;
  exceeded: boolean;
}

export interface RateWindow {
  take: () => RateReading;
  clear: () => void;
}

/**
 * Creates a fixed window that opens with the first request. Periskope's sample shows a limit of 10 and a reset 2 s after the
 * answer's Date [DOC Pin Message]; that the window is a fixed one is [INF].
 */
export function createRateWindow(limit: number, windowMs: number): RateWindow {
  let taken = 0;
  let resetAt = 0;
  return {
    take() {
      const now = Date.now();
      if (now >= resetAt) {
        taken = 0;
        resetAt = now + windowMs;
      }
      taken += 1;
      return { limit, remaining: Math.max(0, limit - taken), resetAt, exceeded: taken > limit };
    },
    clear() {
      resetAt = 0;
    },
  };
}
