import { storedVersion3 } from '../platform/stored-version.ts';
import { addZApi } from './support/accounts.ts';
import { test as base, expect, startPushpin } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { pinCalls } from './support/requests.ts';
import { readDatabase, writeDatabase } from './support/stored-database.ts';

// An extension cannot go on with such a database, so the tests of other files must not meet it.
const test = base.extend('pushpin', { scope: 'file' }, ({ simulator }, { onCleanup }) =>
  startPushpin(simulator, onCleanup),
);

const message = 'true_5511987654321@c.us_3EB0C431C26A1916E07E9A';

test('storage: with a database of a newer version nothing is sent, written or deleted', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const options = await pushpin.openOptions();
  await pushpin.stopWorker();
  // The stores of this Pushpin and one that it does not know.
  const stores = { ...storedVersion3.stores, schedules: [{ id: 'daily', dueAt: 1 }] };
  await writeDatabase(options, { ...storedVersion3, version: 99, stores });
  const before = await readDatabase(options);

  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(message);
  await press(popup, 'Pin');
  await popup.getByRole('alert').getByText(/\w/).first().waitFor();
  expect(await popup.getByLabel('Message').inputValue()).toBe(message);
  await pushpin.clickMenu('pin', { selectionText: message });
  await expect.poll(pushpin.badge).toMatchObject({ text: '!' });

  expect(pinCalls(simulator.received)).toEqual([]);
  expect(await readDatabase(options)).toEqual(before);
  expect(before.version).toBe(99);
});
