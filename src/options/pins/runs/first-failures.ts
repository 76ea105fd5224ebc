import type { RequestView } from '../../../pins/queue/request-view';
import { resultPages } from './results';

/** So many failures are told on the card of a run; the rest is in its results. */
const maxFailuresShown = 5;

const isFailure = ({ state, outcome }: RequestView): boolean => state === 'settled' && outcome?.kind !== 'accepted';

/** What failed first in a run. */
export const firstFailures = {
  async of(run: string): Promise<RequestView[]> {
    const found: RequestView[] = [];
    for await (const page of resultPages(run)) {
      found.push(...page.filter(isFailure));
      if (found.length >= maxFailuresShown) break;
    }
    return found.slice(0, maxFailuresShown);
  },

  /** Whether there are more than those that are known. */
  lacks: (failed: number, known: readonly RequestView[] = []): boolean =>
    known.length < Math.min(maxFailuresShown, failed),
};

/** The first request of a run that waits for something, and tells for what. */
export async function firstWaiting(run: string): Promise<RequestView | null> {
  for await (const page of resultPages(run)) {
    const found = page.find(({ wait }) => wait !== null);
    if (found) return found;
  }
  return null;
}
