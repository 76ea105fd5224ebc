import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });
vi.stubGlobal('addEventListener', () => {});

/** An event of the browser that never happens in this test. */
const quiet = () => ({ addListener: vi.fn() });
const events = {
  contextMenus: { onClicked: quiet() },
  commands: { onCommand: quiet() },
  omnibox: { onInputStarted: quiet(), onInputChanged: quiet(), onInputEntered: quiet() },
};
Object.assign(browser, events);
Object.assign(browser.runtime, { onInstalled: quiet(), onStartup: quiet() });
Object.assign(browser.permissions, { onAdded: quiet() });
const setAccessLevel = vi.fn(async () => {});
Object.assign(browser.storage.local, { setAccessLevel });

// This test has a file of its own, because the worker's code runs only once in each file.
it('a worker that starts registers its listeners, and reads nothing and sets no alarm before the first event is over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const localReads = vi.spyOn(browser.storage.local, 'get');
  const sessionReads = vi.spyOn(browser.storage.session, 'get');
  const databaseReads = (['get', 'getAll', 'openCursor', 'count'] as const).map((name) =>
    vi.spyOn(IDBObjectStore.prototype, name),
  );
  const indexReads = (['get', 'getAll', 'openCursor', 'openKeyCursor', 'count'] as const).map((name) =>
    vi.spyOn(IDBIndex.prototype, name),
  );
  const reads = [localReads, sessionReads, ...databaseReads, ...indexReads];
  const alarm = vi.spyOn(browser.alarms, 'create');

  await import('../../src/background/index.ts');
  expect(events.contextMenus.onClicked.addListener).toHaveBeenCalledOnce();
  await new Promise((resolve) => setImmediate(resolve));
  for (const read of reads) expect(read).not.toHaveBeenCalled();
  expect(alarm).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(1_000);
  expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  expect(alarm).toHaveBeenCalled();
  await vi.waitFor(() => expect(indexReads.some((read) => read.mock.calls.length > 0)).toBe(true));
});
