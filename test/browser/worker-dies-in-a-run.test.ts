import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { pinCalls } from './support/requests.ts';
import { expectAllAccepted, startRun } from './support/runs.ts';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

// test/pins/queue/queue-death.test.ts ends a worker at every write and every stage of a call. Here it is Chromium's own.
test.for([
  { count: 1, diesAt: [1] },
  { count: 2, diesAt: [1, 2] },
  { count: 50, diesAt: [1, 20, 49] },
])(
  'worker: of a run of $count, ended while calls $diesAt are at the provider, every message is pinned',
  { timeout: 60_000 },
  async ({ count, diesAt }, { pushpin, simulator }) => {
    const options = await pushpin.openOptions();
    simulator.misbehave({ kind: 'delay', ms: 40, on: { route: 'pin' } });
    const id = await startRun(options, count);
    for (const callCount of diesAt) {
      await simulator.waitFor(() => pinCalls(simulator.received).length >= callCount, 20_000);
      await pushpin.stopWorker();
      await pushpin.worker();
    }
    await expectAllAccepted(options, simulator, id, count);
    // Only calls that were under way when the worker ended are made twice: at most ten.
    expect(pinCalls(simulator.received).length).toBeLessThanOrEqual(count + 10 * diesAt.length);
  },
);
