import { addZApi } from './support/accounts.ts';
import { failThenSucceed } from './support/failing-pin.ts';
import { expect, test } from './support/fixture.ts';
import { failureSentence } from './support/sentence.ts';

test('failure: after 20 s without an answer it is unknown what became of it', async ({ pushpin, simulator }) => {
  await addZApi(pushpin);
  pushpin.context.setDefaultTimeout(25_000);
  simulator.misbehave({ kind: 'hang', on: { route: 'pin' } });
  const start = Date.now();
  await failThenSucceed(pushpin, simulator, {
    message: 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A',
    alertText: failureSentence('outcome_unknown_timeout', 'Support Brazil', 'Z-API'),
    button: 'Pin',
    fixCause() {
      expect(Date.now() - start).toBeGreaterThan(20_000);
      simulator.behave();
    },
  });
});
