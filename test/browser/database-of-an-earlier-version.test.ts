import version2 from '../platform/stored/version-2.json' with { type: 'json' };
import { addZApi } from './support/accounts.ts';
import { test as base, expect, startPushpin } from './support/fixture.ts';

// This test has a Chromium of its own, because the tests of other files must not find what it writes.
const test = base.extend('pushpin', { scope: 'file' }, ({ simulator }, { onCleanup }) =>
  startPushpin(simulator, onCleanup),
);

test('storage: a database of version 2 opens with its requests, what was pinned until when, and its runs', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  const options = await pushpin.openOptions();
  await pushpin.goOffline();
  await pushpin.stopWorker();
  const { requests, ...others } = version2.stores;
  // The sample is written as if its pin had been accepted a moment ago.
  const now = Date.now();
  const stores = {
    ...others,
    requests: requests.map((request) =>
      request.id === version2.names.pinned ? { ...request, settledAt: now } : request,
    ),
  };
  await options.evaluate(
    (written) =>
      new Promise<void>((resolve, reject) => {
        const fail = ({ target }: Event) => reject((target as IDBRequest).error);
        const deleting = indexedDB.deleteDatabase('pushpin');
        deleting.onerror = fail;
        deleting.onsuccess = () => {
          const opening = indexedDB.open('pushpin', 2);
          opening.onerror = fail;
          opening.onupgradeneeded = () => {
            for (const [name, rows] of Object.entries(written)) {
              const store = opening.result.createObjectStore(name, { keyPath: 'id' });
              if (name === 'requests') {
                store.createIndex('state', ['state']);
                store.createIndex('run', ['run', 'createdAt']);
                store.createIndex('turn', ['accountId', 'run', 'dueAt']);
              }
              for (const row of rows) store.put(row);
            }
          };
          opening.onsuccess = () => resolve(opening.result.close());
        };
      }),
    stores,
  );

  const popup = await pushpin.openPopup();
  const pinned = popup.getByRole('listitem').filter({ hasText: 'Pin for 30 days' });
  await pinned.getByText(/^Until /).waitFor();
  await pinned.getByText('Accepted').waitFor();
  const unpinned = popup.getByRole('listitem').filter({ hasText: '3A5F1C9B7D2E4068AB13' });
  await unpinned.getByRole('button', { name: /^Pin again/ }).waitFor();
  expect(await popup.getByRole('listitem').count()).toBe(requests.filter(({ run }) => run === '').length);
  await options.getByRole('link', { name: 'Pins' }).click();
  await options.getByText('august.csv').first().waitFor();
  expect(simulator.received.filter(({ route }) => route === 'pin')).toEqual([]);
});
