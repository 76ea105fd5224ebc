import type { Page } from 'playwright-core';
import type { ReceivedRequest, Simulator } from '../../simulator/index.ts';

/** Returns the unix time in ms, with fractions. Node and Chromium take it from the same clock of the machine. */
const preciseNow = (): number => performance.timeOrigin + performance.now();

/**
 * Fails if the clock of a page and that of this process differ by more than 1 ms, because a time that begins in the
 * page and ends at the simulator would be wrong. Compares several times, because an answer of the page takes a while.
 */
export async function expectOneClock(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const before = preciseNow();
    const inPage = await page.evaluate(() => performance.timeOrigin + performance.now());
    if (inPage < before - 1 || inPage > preciseNow() + 1) {
      throw new Error(`The clocks of Chromium and Node differ: ${inPage - before} ms`);
    }
  }
}

/** Waits for a request with that text in its body, and returns the time in ms from `startedAt` to its arrival. */
export function untilArrival(simulator: Simulator, text: string): { since(startedAt: number): Promise<number> } {
  let arrivedAt = Number.NaN;
  // The simulator calls this at the moment when a request has been received in whole.
  const arrives = ({ body }: ReceivedRequest) => {
    if (!JSON.stringify(body)?.includes(text)) return false;
    arrivedAt = preciseNow();
    return true;
  };
  const arrival = simulator.waitFor(arrives);
  return {
    async since(startedAt) {
      await arrival;
      return arrivedAt - startedAt;
    },
  };
}
