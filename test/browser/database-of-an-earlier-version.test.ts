import version2 from '../platform/stored/version-2.json' with { type: 'json' };
import version3 from '../platform/stored/version-3.json' with { type: 'json' };
import { type StoredVersion, storedVersion2, storedVersion3 } from '../platform/stored-version.ts';
import { addZApi } from './support/accounts.ts';
import { test as base, expect, startPushpin } from './support/fixture.ts';
import { readDatabase, writeDatabase } from './support/stored-database.ts';

// This test has a Chromium of its own, because the tests of other files must not find what it writes.
const test = base.extend('pushpin', { scope: 'file' }, ({ simulator }, { onCleanup }) =>
  startPushpin(simulator, onCleanup),
);

test.beforeAll(({ pushpin }) => addZApi(pushpin));

interface Sample {
  stored: StoredVersion;
  /** The id of an accepted pin that the popup lists. */
  pinned: string;
  /** The title of that request. */
  title: string;
  /** A message that was unpinned. */
  unpinned: string;
  /** The name of a paused run. */
  run: string;
  listed: number;
}

const samples: [number, Sample][] = [
  [
    2,
    {
      stored: storedVersion2,
      pinned: version2.names.pinned,
      title: 'Pin for 30 days',
      unpinned: '3A5F1C9B7D2E4068AB13',
      run: 'august.csv',
      listed: version2.stores.requests.filter(({ run }) => run === '').length,
    },
  ],
  [
    3,
    {
      stored: storedVersion3,
      pinned: version3.names.counted,
      title: '3EB0F754E67BDF3178E76C680224FF7114E2CB01',
      unpinned: '3EB0796DC6B777C0C705',
      run: 'pausedRun.csv',
      listed: 20,
    },
  ],
];

/** Returns a row as if its pin had been accepted just now. */
function acceptedNow<T extends object>(row: T, pinned: string, messageKey: unknown, now: number): T {
  if ('id' in row && row.id === pinned) return { ...row, settledAt: now };
  return 'id' in row && row.id === messageKey ? { ...row, pinnedAt: now, expiresAt: now + 7 * 24 * 60 * 60_000 } : row;
}

test.for(samples)(
  'storage: a database of version %d opens with its requests, what was pinned until when, and its runs',
  async ([version, { stored, pinned, title, unpinned, run, listed }], { pushpin, simulator }) => {
    const options = await pushpin.openOptions();
    await pushpin.goOffline();
    await pushpin.stopWorker();
    const now = Date.now();
    const request = stored.stores.requests?.find((row) => 'id' in row && row.id === pinned);
    const messageKey = request && 'messageKey' in request ? request.messageKey : null;
    const stores = Object.fromEntries(
      Object.entries(stored.stores).map(([name, rows]) => [
        name,
        name === 'newest' ? rows : rows.map((row) => acceptedNow(row, pinned, messageKey, now)),
      ]),
    );
    await writeDatabase(options, { ...stored, version, stores });

    const popup = await pushpin.openPopup();
    const pinnedItem = popup.getByRole('listitem').filter({ hasText: title });
    await pinnedItem.getByText(/^Until /).waitFor();
    await pinnedItem.getByText('Accepted').waitFor();
    const unpinnedItem = popup.getByRole('listitem').filter({ hasText: unpinned }).first();
    await unpinnedItem.getByRole('button', { name: /^Pin again/ }).waitFor();
    expect(await popup.getByRole('listitem').count()).toBe(listed);
    await options.getByRole('link', { name: 'Pins' }).click();
    await options.getByText(run).first().waitFor();
    expect(simulator.received.filter(({ route }) => route === 'pin')).toEqual([]);
    const migrated = await readDatabase(options);
    expect(migrated.version).toBeGreaterThan(version);
    expect(migrated.stores.runs).toHaveLength(stored.stores.runs?.length ?? 0);
  },
);
