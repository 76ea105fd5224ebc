import type { Page } from 'playwright-core';
import type { HttpRequest } from '../../../src/providers/index.ts';

/** The number of calls that Pushpin makes at once for an account, and that Chrome makes at once to a host. */
const parallelCount = 6;

/**
 * Sends the requests from a page of the extension, six at a time, each as soon as an earlier one is answered. Returns how
 * long that took by the page's clock, in ms. Throws if an answer is not a success.
 */
export const fetchAll = (page: Page, requests: readonly HttpRequest[]): Promise<number> =>
  page.evaluate(
    async ({ requests, parallelCount }) => {
      const startedAt = performance.now();
      let position = 0;
      const sendNext = async (): Promise<void> => {
        for (let request = requests[position++]; request; request = requests[position++]) {
          const { url, method, headers, body } = request;
          const answer = await fetch(url, {
            ...{ method, headers, ...(body === undefined ? {} : { body }) },
            ...{ credentials: 'omit', redirect: 'manual', cache: 'no-store', referrerPolicy: 'no-referrer' },
          });
          await answer.text();
          if (!answer.ok) throw new Error(`A bare fetch was answered with status ${answer.status}`);
        }
      };
      await Promise.all(Array.from({ length: parallelCount }, sendNext));
      return performance.now() - startedAt;
    },
    { requests: [...requests], parallelCount },
  );
