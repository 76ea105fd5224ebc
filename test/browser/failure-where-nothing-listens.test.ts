import { addZApi, fillZApi, openNewAccount } from './support/accounts.ts';
import { failThenSucceed } from './support/failing-pin.ts';
import { test as base, expect, startPushpin } from './support/fixture.ts';
import { failureSentence } from './support/sentence.ts';
import { createTcpSwitch } from './support/tcp-switch.ts';

const test = base
  .extend('tcpSwitch', { scope: 'file' }, ({ simulator }) => createTcpSwitch(simulator))
  .extend('pushpin', { scope: 'file' }, ({ tcpSwitch }, { onCleanup }) => startPushpin(tcpSwitch, onCleanup));

const alertText = failureSentence('outcome_unknown_connection', 'Support Brazil', 'Z-API');

test('failure: a refused connection leaves it unknown, and once it listens it is done once', async ({
  pushpin,
  simulator,
  tcpSwitch,
}) => {
  await addZApi(pushpin);
  const before = simulator.received.length;
  await tcpSwitch.turnOff();
  const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';
  await failThenSucceed(pushpin, simulator, { message, alertText, button: 'Pin', fixCause: tcpSwitch.turnOn });
  expect(simulator.received).toHaveLength(before + 1);
});

test('failure: Test connection says that the provider cannot be reached', async ({ pushpin, tcpSwitch }) => {
  await tcpSwitch.turnOff();
  const options = await openNewAccount(pushpin);
  await fillZApi(options);
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByRole('alert').getByText(alertText).waitFor();
});
