import { addZApi } from './accounts.ts';
import { failThenTryAgain } from './failing-pin.ts';
import { expect, test } from './fixture.ts';
import { goOffline, goOnline } from './network.ts';
import { failureSentence } from './sentence.ts';

test.beforeAll(({ pushpin }) => addZApi(pushpin));

test('failure: offline, nothing is sent until Try again', async ({ pushpin, simulator }) => {
  const before = simulator.received.length;
  await goOffline(pushpin);
  await failThenTryAgain(pushpin, simulator, {
    message: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A',
    says: failureSentence('outcome_unavailable_offline', 'Support Brazil', 'Z-API'),
    state: 'Failed',
    async mend() {
      expect(simulator.received).toHaveLength(before);
      await goOnline(pushpin);
      expect(simulator.received).toHaveLength(before);
    },
  });
});

test('failure: with its site access withdrawn, Pushpin sends nothing and says why', async ({ pushpin, simulator }) => {
  const before = simulator.received.length;
  await pushpin.withdrawHostAccess();
  await failThenTryAgain(pushpin, simulator, {
    message: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A',
    says: failureSentence('outcome_unavailable_permission', 'Support Brazil', 'Z-API'),
    state: 'Failed',
    async mend() {
      expect(simulator.received).toHaveLength(before);
      await pushpin.grantHostAccess();
    },
  });
});
