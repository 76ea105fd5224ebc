import { coalesce } from './coalesce';

/**
 * Returns a function that runs `work` at once, and then at most once in `intervalMs`. Calls in between share one run when
 * the interval is over, so that a run begins after every call. An urgent call ends the interval. The returned promise
 * resolves once an interval without another call is over, and rejects with whatever the work throws.
 */
export function throttle(work: () => Promise<void>, intervalMs: number): (isUrgent?: boolean) => Promise<void> {
  /** Whether an urgent call came while the work was under way, so that no interval follows it. */
  let skipsInterval = false;
  let endInterval = () => {};
  const run = coalesce(async () => {
    skipsInterval = false;
    await work();
    if (skipsInterval) return;
    await new Promise<void>((resolve) => {
      endInterval = resolve;
      setTimeout(resolve, intervalMs);
    });
  });
  return (isUrgent = false) => {
    if (isUrgent) {
      skipsInterval = true;
      endInterval();
    }
    return run();
  };
}
