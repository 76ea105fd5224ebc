import type { ReceivedRequest } from '../../simulator/index.ts';
import { atLeast, atMost, type BenchRow, type Pair } from '../bench-row.ts';
import { prependToWorker } from '../change-build.ts';
import { type BulkLimit, startBulkBed } from './bulk-bed.ts';
import { bulkMessages } from './bulk-messages.ts';
import { loopPeriskopeClient } from './client-loops.ts';
import { timeRun } from './time-run.ts';

const count = 300;
const limit: BulkLimit = { limit: 10, windowMs: 2_000 };
const allowedPerSecond = limit.limit / (limit.windowMs / 1_000);

/**
 * Returns the number of different messages that were pinned per second. The time ends when the first of the last ten
 * messages is pinned, and these ten are not counted, because their window of the limit is not over by then.
 */
function pinsPerSecond(received: readonly ReceivedRequest[]): number {
  const firstArrivals = new Map<string, number>();
  for (const { route, status, path, at } of received) {
    if (route === 'pin' && status === 204 && !firstArrivals.has(path)) firstArrivals.set(path, at);
  }
  const times = [...firstArrivals.values()];
  const elapsedMs = (times[count - limit.limit] ?? Number.NaN) - (times[0] ?? Number.NaN);
  return ((count - limit.limit) / elapsedMs) * 1_000;
}

const refusedCount = (received: readonly ReceivedRequest[]): number =>
  received.filter(({ status }) => status === 429).length;

/** Makes two calls for each pin, so that half of the limit is wasted. Pushpin does not know of the second call. */
const callTwice = `{
  const { fetch } = globalThis;
  globalThis.fetch = (...input) => {
    if (input[1]?.method === 'POST') void fetch(...input).catch(() => {});
    return fetch(...input);
  };
}`;

export const pinsAtLimit: BenchRow = {
  number: 5,
  work: '300 pins, 10 of which are allowed in 2 s',
  beside: 'the allowed rate; Periskope’s client in a plain loop',
  // The provider's limit sets the pace for a minute, so the figures hardly vary and one round is enough.
  async measure({ pushpin: extension }) {
    const bed = await startBulkBed({ extension, limit });
    try {
      const messages = bulkMessages(count, 200);
      await bed.reset();
      await timeRun(bed, messages);
      const { received } = bed.simulator;
      const rate: Pair = { work: pinsPerSecond(received), beside: allowedPerSecond };
      const refusals = refusedCount(received);
      await bed.reset();
      const loop = await loopPeriskopeClient(bed.simulator, messages);
      return [
        { name: 'pins per second beside the allowed', unit: 'pins/s', limit: atLeast(0.97), pairs: [rate] },
        {
          ...{ name: 'refusals beside those of the loop', unit: 'refusals', limit: atMost(1, 'work') },
          pairs: [{ work: refusals, beside: loop.refusedCount }],
        },
      ];
    } finally {
      await bed.close();
    }
  },
  slowDown: ({ pushpin }) => prependToWorker(pushpin, callTwice),
};
